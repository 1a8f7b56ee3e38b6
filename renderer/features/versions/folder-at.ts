import type { ObjectVersion } from '../../../shared/object-details.ts';

export interface FolderEntry {
  /** The newest version at the time. */
  readonly version: ObjectVersion;
  /** What became of the object afterwards. */
  readonly since: 'same' | 'changed' | 'deleted';
}

/**
 * What was directly in a folder at a time: for each key its newest version from then or before, unless that
 * is a delete marker.
 * @param versions those of a key beside each other, newest first, as S3 lists them
 * @param at Unix milliseconds, inclusive
 */
export function folderAt(versions: readonly ObjectVersion[], at: number): readonly FolderEntry[] {
  const entries: FolderEntry[] = [];
  let newest: ObjectVersion | undefined;
  let found = false;
  for (const version of versions) {
    if (newest?.key !== version.key) {
      newest = version;
      found = false;
    }
    if (found || version.modified > at) continue;
    found = true;
    if (version.deleteMarker) continue;
    const changed = newest === version ? 'same' : 'changed';
    entries.push({ version, since: newest.deleteMarker ? 'deleted' : changed });
  }
  return entries;
}

/** The times at which anything was written or deleted, oldest first, each once. */
export function changeTimes(versions: readonly ObjectVersion[]): readonly number[] {
  const times = new Set(versions.map(({ modified }) => modified));
  return [...times].sort((one, other) => one - other);
}

/** The last of some rising times that isn't after another; -1 where all are. */
export function lastUntil(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
