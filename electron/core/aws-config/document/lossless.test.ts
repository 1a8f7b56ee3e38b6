import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigDocument } from './config-document.ts';
import { addition, type AnyEdit, anyEdit, make, type MadeEdit } from './testing/any-edit.ts';
import { byteLines, isIdle, withoutEnd } from './testing/byte-lines.ts';
import { nastyBytes } from './testing/nasty-bytes.ts';
import { orRefused } from './testing/refused.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Runs a property over edits that can be made; so many have to, or the property says nothing. */
function forEdits(
  edits: fc.Arbitrary<AnyEdit>,
  runs: number,
  least: number,
  check: (before: ConfigDocument, made: MadeEdit) => void,
): void {
  let count = 0;
  fc.assert(
    fc.property(nastyBytes, edits, (bytes, edit) => {
      const before = ConfigDocument.read(bytes);
      const made = orRefused(() => make(before, edit));
      if (made === undefined || 'refused' in made) return;
      count += 1;
      check(before, made);
    }),
    { numRuns: runs },
  );
  expect(count).toBeGreaterThan(runs * least);
}

describe('editing any bytes', () => {
  it('leaves every byte outside the edited lines as it is', { timeout: 60_000 }, () => {
    forEdits(anyEdit, 4_000, 0.2, (before, { after, edit, section, key }) => {
      const [old, now] = [byteLines(before.bytes), byteLines(after.bytes)];
      const hasMark = (bytes: Uint8Array) => text(bytes).startsWith('\u00EF\u00BB\u00BF');
      expect(hasMark(after.bytes)).toBe(hasMark(before.bytes));
      const place = before.sections[section];
      if (edit.kind === 'add') {
        expect(text(after.bytes).startsWith(text(before.bytes))).toBe(true);
        return;
      }
      if (place === undefined) throw new Error('no such section');
      if (edit.kind === 'remove') {
        expectOnlyRemoved(old, now, place.endLine);
        return;
      }
      if (edit.kind === 'rename') {
        const line = old[place.line - 1] ?? '';
        expect(now).toEqual(
          old.with(place.line - 1, line.replace(/\[.*?\](?=\s*(?:[#;]|$))/s, `[${latin1(edit.header)}]`)),
        );
        return;
      }
      if (edit.kind === 'unset-known') {
        const gone = new Set(linesOf(before, section, key));
        expectLines(
          now,
          old.filter((_line, index) => !gone.has(index + 1)),
          gone.has(old.length),
        );
        return;
      }
      if (now.length === old.length) {
        const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index + 1]));
        expect(linesOf(before, section, key)).toEqual(expect.arrayContaining(changed));
        expect(changed.length).toBeLessThan(2);
        for (const line of changed) {
          const [was = '', is = ''] = [old[line - 1], now[line - 1]];
          expect(is.slice(withoutEnd(is).length)).toBe(was.slice(withoutEnd(was).length));
          expect(is.startsWith(/^[^=:]*[=:]/.exec(was)?.[0] ?? '')).toBe(true);
        }
        return;
      }
      // Something new: what was there is there, around what was put in, within the section.
      const [was, is] = [text(before.bytes), text(after.bytes)];
      const added = is.length - was.length;
      let from = 0;
      while (from < was.length && was[from] === is[from]) from += 1;
      expect(is.slice(from + added)).toBe(was.slice(from));
      const line = byteLines(before.bytes.subarray(0, from)).length;
      expect(line).toBeGreaterThanOrEqual(place.line);
      expect(line).toBeLessThanOrEqual(place.endLine + 1);
    });
  });

  it('changes what was asked for and nothing else', { timeout: 60_000 }, () => {
    forEdits(anyEdit, 3_000, 0.2, (before, { after, edit, section, key }) => {
      const expected = before.sections.map(meaning);
      if (edit.kind === 'add') expected.push([edit.header, new Map(edit.entries)]);
      if (edit.kind === 'remove') expected.splice(section, 1);
      const [header = '', keys = new Map<string, string>()] = expected[section] ?? [];
      if (edit.kind === 'rename') expected[section] = [edit.header, keys];
      if (edit.kind === 'set' || edit.kind === 'set-known')
        expected[section] = [header, keys.set(key, edit.value)];
      if (edit.kind === 'unset-known') {
        for (const known of keys.keys()) {
          if (known === key || known.startsWith(`${key}.`)) keys.delete(known);
        }
      }
      expect(after.sections.map(meaning)).toEqual(expected);
    });
  });

  it('reads its own result as it would read the file', { timeout: 60_000 }, () => {
    forEdits(anyEdit, 2_000, 0.2, (_before, { after }) => {
      const again = ConfigDocument.read(Uint8Array.from(after.bytes));
      expect(again.sections).toEqual(after.sections);
      expect(again.problems).toEqual(after.problems);
      expect(again.lines).toEqual(after.lines);
    });
  });

  it('gives the same bytes when a section is added and taken out again', { timeout: 60_000 }, () => {
    forEdits(addition, 2_000, 0.6, (before, { after }) => {
      const added = after.sections.at(-1);
      if (added === undefined) throw new Error('nothing was added');
      expect(text(after.withoutSection(added).bytes)).toBe(text(before.bytes));
    });
  });

  it('gives the same bytes when a key or a header is changed and changed back', { timeout: 60_000 }, () => {
    const changes = anyEdit.filter(({ kind }) => kind === 'set' || kind === 'set-known' || kind === 'rename');
    forEdits(changes, 3_000, 0.2, (before, { after, edit, section, key }) => {
      const [was, is] = [before.sections[section], after.sections[section]];
      if (was === undefined || is === undefined) throw new Error('no such section');
      if (edit.kind === 'rename') {
        const back = orRefused(() => after.withHeader(is, was.header));
        // A header may stand in a file that nobody may write into one.
        if (!('refused' in back) && !was.header.includes('\ufffd'))
          expect(text(back.bytes)).toBe(text(before.bytes));
        return;
      }
      const old = meaning(was)[1].get(key);
      if (old === undefined) {
        // Nobody may write a key without a value, and a parent without nested keys goes with the first that it had.
        const isEmpty = was.entries.some(
          (entry) => entry.nested.length === 0 && (entry.key === key || key.startsWith(`${entry.key}.`)),
        );
        if (isEmpty || linesOf(before, section, key).length > 0) return;
        expect(text(after.withKey(is, key, null).bytes)).toBe(text(before.bytes));
        return;
      }
      const own = linesOf(before, section, key).map((line) => before.lines[line - 1] ?? '');
      // Not where a comment went with the value, or where the line had no room for one that begins like a comment.
      const isExact =
        own.every((line) => !/\s[#;]/.test(line)) && !/^[#;]/.test(edit.kind === 'add' ? '' : valueOf(edit));
      const back = orRefused(() => after.withKey(is, key, old));
      if (isExact && !('refused' in back) && !old.includes('\ufffd'))
        expect(text(back.bytes)).toBe(text(before.bytes));
    });
  });
});

const latin1 = (words: string) => Buffer.from(words).toString('latin1');
const valueOf = (edit: AnyEdit) => ('value' in edit ? edit.value : '');

/** The lines of a key in a section, those nested below it, too. */
function linesOf(document: ConfigDocument, section: number, key: string): number[] {
  return (document.sections[section]?.entries ?? []).flatMap((entry) => {
    if (entry.key === key) return [entry.line, ...entry.nested.map(({ line }) => line)];
    const inner = entry.nested.filter((one) => `${entry.key}.${one.key}` === key).map(({ line }) => line);
    // A parent goes with the last key below it.
    return inner.length > 0 && inner.length === entry.nested.length && entry.value === ''
      ? [entry.line, ...inner]
      : inner;
  });
}

/** Header and values by key; of several equal ones the last that has a value. */
function meaning({ header, entries }: ConfigDocument['sections'][number]): [string, Map<string, string>] {
  const keys = new Map<string, string>();
  for (const entry of entries) {
    for (const [key, value] of [
      [entry.key, entry.value] as const,
      ...entry.nested.map((inner) => [`${entry.key}.${inner.key}`, inner.value] as const),
    ]) {
      if (value !== '') keys.set(key, value);
    }
  }
  return [header, keys];
}

function expectLines(now: readonly string[], should: readonly string[], endMayGo: boolean): void {
  const last = should.length - 1;
  const cut =
    endMayGo && now[last] !== should[last] ? should.with(last, withoutEnd(should[last] ?? '')) : should;
  // Where a lone CR and a LF come together, they are one line end: the bytes count.
  expect(now.join('')).toBe(cut.join(''));
}

/** One run of lines went: up to `endLine`, and above the header only comments and empty lines. */
function expectOnlyRemoved(old: readonly string[], now: readonly string[], endLine: number): void {
  const rest = old.slice(endLine);
  const headLength = now.length - rest.length;
  expect(now.slice(headLength)).toEqual(rest);
  expectLines(now.slice(0, headLength), old.slice(0, headLength), rest.length === 0);
  const gone = old.slice(headLength, endLine);
  expect(isIdle(gone[0] ?? '') || /^[^a-z]*\[/i.test(gone[0] ?? '')).toBe(true);
}
