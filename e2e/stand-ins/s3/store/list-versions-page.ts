import { compareKeys } from './key-order.ts';
import { commonPrefixOf } from './list-page.ts';
import { NULL_VERSION, type ObjectVersion, versionIdOf } from './object-version.ts';
import type { VersionHistory } from './version-history.ts';
import { numberOfVersionId } from './version-id.ts';

/** Where a listing of versions goes on: after a key's version, after all of a key's, or after a whole common prefix. */
export interface VersionPosition {
  readonly key: string;
  readonly versionId?: string | undefined;
}

export interface VersionsQuery {
  readonly prefix: string;
  /** Empty for a flat listing. */
  readonly delimiter: string;
  /** Versions, delete markers and common prefixes count alike. */
  readonly maxKeys: number;
  readonly after?: VersionPosition | undefined;
}

export interface ListedVersion {
  readonly version: ObjectVersion;
  readonly isLatest: boolean;
}

export interface VersionsPage {
  readonly versions: readonly ListedVersion[];
  readonly commonPrefixes: readonly string[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: VersionPosition;
}

/**
 * One page of a listing of versions: keys in S3's order, the versions of each newest first. A key marker inside a common
 * prefix stands for all of it. (S3 API reference, ListObjectVersions.)
 */
export function listVersionsPage(history: VersionHistory, query: VersionsQuery): VersionsPage {
  const { prefix, delimiter, maxKeys } = query;
  const page = { versions: [] as ListedVersion[], commonPrefixes: [] as string[] };
  if (maxKeys === 0) return page;
  const isFull = () => page.versions.length + page.commonPrefixes.length === maxKeys;
  let last: VersionPosition | undefined;
  let walk = firstWalk(history, query);
  for (let step = walk.next(); step.done !== true; step = walk.next()) {
    const versions = step.value;
    const key = versions[0]?.key ?? '';
    if (!key.startsWith(prefix)) break;
    const group = commonPrefixOf(key, prefix, delimiter);
    if (group !== undefined) {
      if (isFull()) return { ...page, ...(last && { next: last }) };
      page.commonPrefixes.push(group);
      last = { key: group };
      walk = history.from(group, 'beyond-prefix');
      continue;
    }
    for (const version of remaining(versions, query.after)) {
      if (isFull()) return { ...page, ...(last && { next: last }) };
      page.versions.push({ version, isLatest: version === versions[0] });
      last = { key, versionId: versionIdOf(version) };
    }
  }
  return page;
}

function firstWalk(
  history: VersionHistory,
  { prefix, delimiter, after }: VersionsQuery,
): Generator<readonly ObjectVersion[]> {
  if (after === undefined || compareKeys(after.key, prefix) < 0) return history.from(prefix, 'at');
  const group = commonPrefixOf(after.key, prefix, delimiter);
  if (group !== undefined) return history.from(group, 'beyond-prefix');
  return history.from(after.key, after.versionId === undefined ? 'after' : 'at');
}

/**
 * The versions of a key that are still to come. Where the one marked is gone, its id still tells which are older; `null`
 * doesn't, so all are told again rather than any left out.
 */
function remaining(
  versions: readonly ObjectVersion[],
  after: VersionPosition | undefined,
): readonly ObjectVersion[] {
  const { versionId } = after ?? {};
  if (versionId === undefined || versions[0]?.key !== after?.key) return versions;
  const marked = versions.findIndex((version) => versionIdOf(version) === versionId);
  if (marked >= 0) return versions.slice(marked + 1);
  if (versionId === NULL_VERSION) return versions;
  const number = numberOfVersionId(versionId);
  const isOlder = (version: ObjectVersion) =>
    version.versionId === undefined ||
    version.versionId === NULL_VERSION ||
    numberOfVersionId(version.versionId) < number;
  const first = versions.findIndex(isOlder);
  return first < 0 ? [] : versions.slice(first);
}
