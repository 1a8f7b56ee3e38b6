import type { BucketAddress } from '../../../../shared/bucket-address.ts';
import type { ComparedLine, TextComparison } from '../../../../shared/preview.ts';
import { failure } from '../../app-failure.ts';
import type { BucketCalls } from '../bucket-calls.ts';
import { restoreState } from './object-headers.ts';
import { ObjectReader } from './preview/object-reader.ts';
import { decodeText } from './preview/text-encoding.ts';
import { packingOf, unpack } from './preview/unpack.ts';

/** Bytes of each version, read and unpacked. */
const MOST_BYTES = 1024 * 1024;
/** How long lines are matched; past it, what differs is shown as removed and added in one piece. */
const PATIENCE_MS = 3_000;

/** Compares two versions of an object as text. */
export class VersionComparison {
  readonly #calls: BucketCalls;

  constructor(calls: BucketCalls) {
    this.#calls = calls;
  }

  /**
   * @throws {AppFailure} `preview.unreadable` with `binary` where one of them isn't text; `s3.archived`,
   * `s3.delete-marker`, `s3.no-such-object`, `s3.*`
   */
  async compare(
    { at, key, older, newer }: { at: BucketAddress; key: string; older: string; newer: string },
    signal: AbortSignal,
  ): Promise<TextComparison> {
    const [before, after] = await Promise.all([
      this.#text(at, key, older, signal),
      this.#text(at, key, newer, signal),
    ]);
    const lines = await comparedLines(before.text, after.text);
    signal.throwIfAborted();
    return {
      lines,
      added: lines.filter(({ kind }) => kind === 'added').length,
      removed: lines.filter(({ kind }) => kind === 'removed').length,
      partial: !before.whole || !after.whole,
    };
  }

  async #text(at: BucketAddress, key: string, versionId: string, signal: AbortSignal) {
    const address = { bucket: this.#calls.resolve(at), key, versionId };
    const reader = await ObjectReader.open(this.#calls, address, signal);
    const { StorageClass = '', ContentEncoding } = reader.head;
    const restore = restoreState(reader.head)?.state;
    if (restore === 'archived' || restore === 'restoring') {
      throw failure('s3.archived', { key, storageClass: StorageClass });
    }
    const read = await reader.range(0, MOST_BYTES, signal);
    const isAll = read.length === reader.size;
    const packing = packingOf(read, key, ContentEncoding);
    const unpacked = packing && (await unpack(read, packing, MOST_BYTES, isAll));
    const { bytes, whole } = unpacked ?? { bytes: read, whole: isAll };
    const decoded = decodeText(bytes, whole);
    if (decoded === undefined) throw failure('preview.unreadable', { key, reason: 'binary' });
    return { text: decoded.text, whole };
  }
}

/** Lines of both texts in one list, numbered as in either. Line ends don't count: `\r\n` equals `\n`. */
export async function comparedLines(before: string, after: string): Promise<ComparedLine[]> {
  const { diffArrays } = await import('diff');
  const older = linesOf(before);
  const newer = linesOf(after);
  let first = 0;
  while (first < older.length && first < newer.length && older[first] === newer[first]) first += 1;
  let left = older.length;
  let right = newer.length;
  while (left > first && right > first && older[left - 1] === newer[right - 1]) {
    left -= 1;
    right -= 1;
  }
  const removed = older.slice(first, left);
  const added = newer.slice(first, right);
  // With a callback it takes breaths in between; it gives up after a while.
  const changes = await new Promise<{ value: string[]; added?: boolean; removed?: boolean }[]>((resolve) => {
    diffArrays(removed, added, {
      timeout: PATIENCE_MS,
      callback: (found) =>
        resolve(
          found ?? [
            { value: removed, removed: true },
            { value: added, added: true },
          ],
        ),
    });
  });
  const lines: ComparedLine[] = [];
  let beforeLine = 0;
  let afterLine = 0;
  const note = (kind: ComparedLine['kind'], texts: readonly string[]) => {
    for (const text of texts) {
      if (kind !== 'added') beforeLine += 1;
      if (kind !== 'removed') afterLine += 1;
      lines.push({
        kind,
        text,
        ...(kind === 'added' ? {} : { before: beforeLine }),
        ...(kind === 'removed' ? {} : { after: afterLine }),
      });
    }
  };
  note('same', older.slice(0, first));
  for (const { value, added: isAdded, removed: isRemoved } of changes) {
    note(isAdded === true ? 'added' : isRemoved === true ? 'removed' : 'same', value);
  }
  note('same', older.slice(left));
  return lines;
}

/** A last line without a line feed is a line like any other; none follows a line feed at the end. */
function linesOf(text: string): string[] {
  if (text === '') return [];
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
