import { diffArrays } from 'diff';

/** A run of lines that differ; places count from 0. */
export interface LineHunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Up to here the shortest edit is found quickly; beyond, lines that stand once in both lead the way. */
const QUICK_EDITS = 200;

/**
 * A short edit from one list of lines to another: the shortest (Myers) where little differs, else the shortest between
 * lines that stand once in both ("patience", as in Git), which section headers mostly do.
 * @param mostEdits gives up, with undefined, where more lines than that differ between two such lines
 */
export function lineHunks(
  before: readonly string[],
  after: readonly string[],
  mostEdits = Number.MAX_SAFE_INTEGER,
): LineHunk[] | undefined {
  const whole = { oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length };
  const { oldFrom, oldTo, newFrom, newTo } = trimmed(before, after, whole);
  const quick = shortest(before, after, { oldFrom, oldTo, newFrom, newTo }, Math.min(QUICK_EDITS, mostEdits));
  if (quick !== undefined) return quick;
  const hunks: LineHunk[] = [];
  let [oldAt, newAt] = [oldFrom, newFrom];
  for (const [old, now] of [...anchors(before, after, { oldFrom, oldTo, newFrom, newTo }), [oldTo, newTo]]) {
    const gap = trimmed(before, after, { oldFrom: oldAt, oldTo: old ?? 0, newFrom: newAt, newTo: now ?? 0 });
    const found = shortest(before, after, gap, mostEdits);
    if (found === undefined) return undefined;
    hunks.push(...found);
    [oldAt, newAt] = [(old ?? 0) + 1, (now ?? 0) + 1];
  }
  return hunks;
}

/** Without an equal beginning and an equal end. */
function trimmed(before: readonly string[], after: readonly string[], range: LineHunk): LineHunk {
  let { oldFrom, oldTo, newFrom, newTo } = range;
  while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
    oldFrom += 1;
    newFrom += 1;
  }
  while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
    oldTo -= 1;
    newTo -= 1;
  }
  return { oldFrom, oldTo, newFrom, newTo };
}

function shortest(
  before: readonly string[],
  after: readonly string[],
  { oldFrom, oldTo, newFrom, newTo }: LineHunk,
  mostEdits: number,
): LineHunk[] | undefined {
  if (oldFrom === oldTo || newFrom === newTo) {
    return oldFrom === oldTo && newFrom === newTo ? [] : [{ oldFrom, oldTo, newFrom, newTo }];
  }
  const [old, now] = [before.slice(oldFrom, oldTo), after.slice(newFrom, newTo)];
  const changes = diffArrays(old, now, { maxEditLength: mostEdits });
  if (changes === undefined) return undefined;
  const hunks: LineHunk[] = [];
  let [oldAt, newAt] = [oldFrom, newFrom];
  let open: { oldFrom: number; newFrom: number } | undefined;
  const close = () => {
    if (open !== undefined) hunks.push({ ...open, oldTo: oldAt, newTo: newAt });
    open = undefined;
  };
  for (const { added, removed, value } of changes) {
    if (added || removed) open ??= { oldFrom: oldAt, newFrom: newAt };
    else close();
    if (!added) oldAt += value.length;
    if (!removed) newAt += value.length;
  }
  close();
  return hunks;
}

/** Lines that stand once in both, as many as keep their order: the longest increasing row of places. */
function anchors(
  before: readonly string[],
  after: readonly string[],
  { oldFrom, oldTo, newFrom, newTo }: LineHunk,
): (readonly [old: number, now: number])[] {
  const [old, now] = [placesOfUnique(before, oldFrom, oldTo), placesOfUnique(after, newFrom, newTo)];
  /** The rows' last members, by length, and what came before each of them. */
  const ends: Link[] = [];
  for (const [text, oldPlace] of old) {
    const newPlace = now.get(text);
    if (newPlace === undefined) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.now ?? 0) < newPlace) low = middle + 1;
      else high = middle;
    }
    ends[low] = { old: oldPlace, now: newPlace, before: ends[low - 1] };
  }
  const row: (readonly [number, number])[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) row.push([link.old, link.now]);
  return row.toReversed();
}

interface Link {
  readonly old: number;
  readonly now: number;
  readonly before: Link | undefined;
}

/** In the order of their places. */
function placesOfUnique(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (places.has(line)) repeated.add(line);
    else places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}
