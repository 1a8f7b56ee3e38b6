import { ConfigDocument } from '../../document/config-document.ts';
import { type LineHunk, lineHunks } from '../plan/line-hunks.ts';
import { type ByteLine, byteLines, joinLines } from './byte-lines.ts';
import { Fingerprints } from './fingerprints.ts';
import { isTakenBack, meaningOf, touchedBetween } from './meaning.ts';

/** More of others' lines than this, and the file isn't the same one any more. */
const MOST_EDITS = 20_000;

/** What was done to a file's lines, without the lines themselves: what was taken out stands in the backup. */
export interface LineRecord {
  readonly salt: string;
  /** Lines `[from, to)` of the file before, and fingerprints of those that stand there since. */
  readonly hunks: readonly {
    readonly from: number;
    readonly to: number;
    readonly added: readonly string[];
  }[];
  /** Fingerprints of the sections and keys that say something else since. */
  readonly touched: readonly string[];
}

export function recordLines(before: Uint8Array | undefined, after: Uint8Array, salt: string): LineRecord {
  const prints = new Fingerprints(salt);
  const texts = (bytes: Uint8Array | undefined) => byteLines(bytes).map(({ text }) => text);
  const [old, now] = [texts(before), texts(after)];
  const hunks = (lineHunks(old, now) ?? []).map(({ oldFrom, oldTo, newFrom, newTo }) => ({
    from: oldFrom,
    to: oldTo,
    added: now.slice(newFrom, newTo).map((text) => prints.of(text)),
  }));
  const meaning = (bytes: Uint8Array) => meaningOf(ConfigDocument.read(bytes));
  return {
    salt,
    hunks,
    touched: touchedBetween(meaning(before ?? new Uint8Array()), meaning(after), prints),
  };
}

/** A replacement of lines `[from, to)` of the file as we had left it. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly ByteLine[];
  readonly ours: boolean;
}

/**
 * Takes our lines out of a file that others have changed since, and puts back what stood there: a merge of our
 * change turned round with theirs. What comes out has to mean what it should, key by key: lines that look
 * untouched may have come under another header.
 * @returns undefined where others changed the same lines, or what they mean
 */
export function takeBack(record: LineRecord, before: Uint8Array, now: Uint8Array): Uint8Array | undefined {
  const prints = new Fingerprints(record.salt);
  const [old, present] = [byteLines(before), byteLines(now)];
  const { tokens, ours } = asWeLeftIt(record, old, prints);
  const theirs = lineHunks(tokens, tokensOf(present, record, prints), MOST_EDITS);
  if (theirs === undefined || ours.some((our) => theirs.some((their) => collide(our, their))))
    return undefined;

  const touched = new Set(record.touched);
  const meaning = (bytes: Uint8Array) => meaningOf(ConfigDocument.read(bytes));
  const [beforeMeaning, nowMeaning] = [meaning(before), meaning(now)];
  const end = present.find((line) => line.end !== '')?.end ?? old[0]?.end ?? '\n';
  // A last line that they put behind ours, and that only looks like the one before, has its line end from them.
  const isEndTheirs = theirs.at(-1)?.newTo === present.length && present.at(-1)?.text === old.at(-1)?.text;
  // Where both put lines in at the same place, either order may be the one that keeps the meaning.
  for (const oursFirst of [true, false]) {
    const lines = merged(present, ours, theirs, tokens.length, oursFirst);
    const result = joinLines(isEndTheirs ? lines : withLastLineAsBefore(lines, old), end);
    if (isTakenBack(meaning(result), beforeMeaning, nowMeaning, touched, prints)) return result;
  }
  return undefined;
}

/** The file as we had left it, each line as a token to compare by, and how to turn our change round. */
function asWeLeftIt({ hunks, ...record }: LineRecord, old: readonly ByteLine[], prints: Fingerprints) {
  const tokens: string[] = [];
  const ours: Replacement[] = [];
  const known = tokensOf(old, { hunks, ...record }, prints);
  let at = 0;
  for (const { from, to, added } of hunks) {
    tokens.push(...known.slice(at, from));
    const start = tokens.length;
    tokens.push(...added.map((print) => `+${print}`));
    ours.push({ from: start, to: tokens.length, lines: old.slice(from, to), ours: true });
    at = to;
  }
  tokens.push(...known.slice(at));
  return { tokens, ours };
}

/** Lines that we added are known by their fingerprints, all others by their text. */
function tokensOf(lines: readonly ByteLine[], { hunks }: LineRecord, prints: Fingerprints): string[] {
  const added = new Set(hunks.flatMap((hunk) => hunk.added));
  return lines.map(({ text }) => {
    const print = prints.of(text);
    return added.has(print) ? `+${print}` : ` ${text}`;
  });
}

function collide(our: Replacement, { oldFrom, oldTo }: LineHunk): boolean {
  if (oldFrom === oldTo) return our.from < oldFrom && oldFrom < our.to;
  if (our.from === our.to) return oldFrom < our.from && our.from < oldTo;
  return Math.max(our.from, oldFrom) < Math.min(our.to, oldTo);
}

function merged(
  present: readonly ByteLine[],
  ours: readonly Replacement[],
  hunks: readonly LineHunk[],
  length: number,
  oursFirst: boolean,
): ByteLine[] {
  const theirs = hunks.map(({ oldFrom, oldTo, newFrom, newTo }): Replacement => {
    return { from: oldFrom, to: oldTo, lines: present.slice(newFrom, newTo), ours: false };
  });
  const all = [...ours, ...theirs].sort(
    (one, other) => one.from - other.from || one.to - other.to || (one.ours === oursFirst ? -1 : 1),
  );
  const lines: ByteLine[] = [];
  // Where a line of the file as we left it stands now: moved by what they put in and took out before it.
  let [at, moved] = [0, 0];
  for (const { from, to, lines: replacement, ours: isOurs } of all) {
    lines.push(...present.slice(at + moved, from + moved), ...replacement);
    if (!isOurs) moved += replacement.length - (to - from);
    at = to;
  }
  lines.push(...present.slice(at + moved, length + moved));
  return lines;
}

/** The last line had no line end before, and got one only because of what we put behind it. */
function withLastLineAsBefore(lines: readonly ByteLine[], old: readonly ByteLine[]): readonly ByteLine[] {
  const [last, was] = [lines.at(-1), old.at(-1)];
  if (last === undefined || was === undefined || was.end !== '' || last.text !== was.text) return lines;
  return [...lines.slice(0, -1), { text: last.text, end: '' }];
}
