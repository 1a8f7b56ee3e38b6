import type { DiffLine, FileDiff } from '../../../../../shared/config-change.ts';
import type { ConfigPaths } from '../../config-paths.ts';
import { FILE_ROLES, type FileRole } from './config-files.ts';
import { type LineHunk, lineHunks } from './line-hunks.ts';
import { maskedLines } from './masked-lines.ts';
import type { PlannedChange } from './planned-change.ts';

/** Lines shown around a change, as `diff -u` does. */
const CONTEXT = 3;

/** What a change does to one file. */
export interface FileEdit {
  readonly file: FileRole;
  readonly hunks: readonly LineHunk[];
  /** Lines taken out and put in, unmasked: for comparing only. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The files that a change really changes. */
export function fileEdits({ before, after }: PlannedChange): FileEdit[] {
  return FILE_ROLES.flatMap((file): FileEdit[] => {
    if (after[file] === before[file]) return [];
    const [old, now] = [before[file].lines, after[file].lines];
    const hunks = lineHunks(old, now) ?? [];
    if (hunks.length === 0) return [];
    return [
      {
        file,
        hunks,
        removed: hunks.flatMap(({ oldFrom, oldTo }) => old.slice(oldFrom, oldTo)),
        added: hunks.flatMap(({ newFrom, newTo }) => now.slice(newFrom, newTo)),
      },
    ];
  });
}

/**
 * Whether two plans take out and put in the same lines, wherever they stand by now. Their order says nothing: of equal
 * lines in a row a diff may name one or another.
 */
export function sameEdits(one: readonly FileEdit[], other: readonly FileEdit[]): boolean {
  const print = (edits: readonly FileEdit[]) =>
    JSON.stringify(edits.map(({ file, removed, added }) => [file, removed.toSorted(), added.toSorted()]));
  return print(one) === print(other);
}

/** The diffs as a page shows them. */
export function fileDiffs(
  plan: PlannedChange,
  edits: readonly FileEdit[],
  paths: ConfigPaths,
  exists: Readonly<Record<FileRole, boolean>>,
): FileDiff[] {
  return edits.map(({ file, hunks }) => ({
    path: paths[file],
    created: !exists[file],
    lines: diffLines(hunks, maskedLines(plan.before[file].lines), maskedLines(plan.after[file].lines)),
  }));
}

function diffLines(
  hunks: readonly LineHunk[],
  before: readonly string[],
  after: readonly string[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let [oldAt, newAt] = [0, 0];
  const same = (oldTo: number) => {
    for (; oldAt < oldTo; oldAt += 1, newAt += 1) {
      // The new line's text: a masked one may be shown otherwise before and after.
      lines.push({ kind: 'same', text: after[newAt] ?? '', oldLine: oldAt + 1, newLine: newAt + 1 });
    }
  };
  const skip = (oldTo: number) => {
    if (oldTo <= oldAt) return;
    lines.push({ kind: 'gap', text: '' });
    newAt += oldTo - oldAt;
    oldAt = oldTo;
  };
  hunks.forEach(({ oldFrom, oldTo, newTo }, index) => {
    // Two changes that are near each other share their context.
    if (index > 0) same(Math.min(oldFrom, oldAt + CONTEXT));
    skip(oldFrom - CONTEXT);
    same(oldFrom);
    for (; oldAt < oldTo; oldAt += 1)
      lines.push({ kind: 'removed', text: before[oldAt] ?? '', oldLine: oldAt + 1 });
    for (; newAt < newTo; newAt += 1)
      lines.push({ kind: 'added', text: after[newAt] ?? '', newLine: newAt + 1 });
  });
  same(Math.min(before.length, oldAt + CONTEXT));
  skip(before.length);
  return lines;
}
