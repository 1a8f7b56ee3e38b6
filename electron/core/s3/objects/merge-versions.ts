import type { ObjectVersion } from '../../../../shared/object-details.ts';
import { compareKeys } from './encoded-keys.ts';

/**
 * Puts versions and delete markers, which the SDK reads into two lists, into the one order that S3 gave them: by key,
 * newest first. Times have whole seconds only; of two in the same second the latest comes first, then markers.
 */
export function mergeVersions(
  versions: readonly ObjectVersion[],
  markers: readonly ObjectVersion[],
): ObjectVersion[] {
  const merged: ObjectVersion[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const version = versions[left];
    const marker = markers[right];
    if (version === undefined && marker === undefined) return merged;
    if (marker === undefined || (version !== undefined && comesFirst(version, marker))) {
      merged.push(version as ObjectVersion);
      left += 1;
    } else {
      merged.push(marker);
      right += 1;
    }
  }
}

function comesFirst(version: ObjectVersion, marker: ObjectVersion): boolean {
  const byKey = compareKeys(version.key, marker.key);
  if (byKey !== 0) return byKey < 0;
  if (version.isLatest !== marker.isLatest) return version.isLatest;
  return version.modified > marker.modified;
}
