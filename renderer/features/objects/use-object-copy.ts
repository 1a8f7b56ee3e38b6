import type { RowTextForm } from '../../../shared/listing.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCopy } from '../../ui/copy.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { ObjectTable } from './use-object-table.ts';
import type { RowSelection } from './use-row-selection.ts';

/** Copies the selected rows in one of the forms, one a line. */
export function useObjectCopy({ listing, snapshot }: ObjectTable, { settled }: RowSelection) {
  const client = useBridge();
  const copy = useCopy();
  const { messages, locale } = useSpeech();
  const words = messages.objects;
  return async (form: RowTextForm): Promise<void> => {
    const { rows } = await settled();
    if (rows === 0) return showToast(words.nothingSelected);
    const { listingId } = listing;
    const answer = await client
      .call('listing.text', { listingId, view: snapshot.view, form })
      .catch(() => undefined);
    if (answer === undefined) return showToast(words.copyFailed);
    const count = { count: answer.rows, text: formatNumber(locale, answer.rows) };
    // One line is named by itself, many by their number.
    // Its key may end in white space of its own.
    const one = answer.rows === 1 && form !== 'ls' ? answer.text.replace(/\n$/, '') : undefined;
    const text = one ?? answer.text;
    await copy(text, one ?? (answer.more ? words.copiedSome(count) : words.copied(count)));
  };
}
