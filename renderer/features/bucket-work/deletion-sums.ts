import type { DeletionCount, DeletionPhase, DeletionState } from '../../../shared/deletion.ts';
import type { DetailsMessages } from '../../../shared/messages/en/details.ts';
import { formatNumber } from '../../ui/format.ts';

type Words = DetailsMessages['deletions'];

/** Everything that is deleted one by one. */
export function itemsOf({ objects, markers, uploads }: DeletionCount): number {
  return objects + markers + uploads;
}

export function isUnderWay(phase: DeletionPhase): boolean {
  return phase === 'counting' || phase === 'deleting';
}

/** 0 to 1; undefined while nobody knows how much there is. What was refused is dealt with, too. */
export function deletionShare({ phase, found, deleted, refused }: DeletionState): number | undefined {
  if (phase === 'counting') return undefined;
  const all = itemsOf(found);
  return all === 0 ? 1 : (itemsOf(deleted) + refused) / all;
}

/**
 * How it stands, as a sentence.
 * @param counted whether counting came to its end, which a stopped one alone doesn't tell
 */
export function deletionSentence(
  words: Words,
  locale: string,
  state: DeletionState,
  counted: boolean,
): string {
  const { phase, found, deleted, refused } = state;
  const all = itemsOf(found);
  const number = (value: number) => formatNumber(locale, value);
  const far = { done: number(itemsOf(deleted)), of: number(all) };
  switch (phase) {
    case 'counting':
      return words.counting;
    case 'counted':
      return all === 0 ? words.nothing : words.counted;
    case 'deleting':
      return words.deleting(far);
    case 'done':
      return refused === 0 ? words.done : words.doneBut({ count: refused, text: number(refused) });
    case 'stopped':
      return counted ? words.stopped(far) : words.stoppedCounting;
    case 'failed':
      return counted ? words.failed(far) : words.stoppedCounting;
  }
}

/** Whether it can be undone, in words. */
export function undoSentence(words: Words, { spec, versioning }: DeletionState): string {
  const { undo } = words;
  if (versioning === 'never') return undo.noVersions;
  if (spec.what === 'all-versions') return undo.cannot;
  return { Enabled: undo.can, Suspended: undo.partly, unknown: undo.unknown }[versioning];
}

/** What it is about, for a heading. */
export function deletionName(words: Words, { spec: { at, scope } }: Pick<DeletionState, 'spec'>): string {
  if (scope.kind === 'bucket') return words.emptyTitle({ bucket: at.bucket });
  return words.title({
    name: scope.kind === 'prefix' ? `s3://${at.bucket}/${scope.prefix}` : words.selection,
  });
}
