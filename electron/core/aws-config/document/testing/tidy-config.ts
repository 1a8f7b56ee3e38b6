import fc from 'fast-check';
import { idleLine, lineEnd, nestedKey, parentKey, plainKey, plainName, plainValue } from './config-pieces.ts';

/** Whose files: what one of the two accepts and the other doesn't is only in its own. */
export type Dialect = 'sdk' | 'botocore' | 'both';

/** Stands for bytes that aren't UTF-8 while a document is still text. */
const NOT_UTF8 = '\uE000';

/** Documents as people have them, with all the spellings that a reader takes. The two never disagree about `both`. */
export function tidyConfig(dialect: Dialect): fc.Arbitrary<Uint8Array> {
  const sections = fc.uniqueArray(section(dialect), {
    minLength: 1,
    maxLength: 5,
    // botocore refuses equal headers, and of two spellings of one name takes the last alone.
    selector: ({ id }) => (dialect === 'sdk' ? {} : id),
  });
  const mark = fc.constantFrom('', '', '', ...(dialect === 'sdk' ? ['\ufeff'] : []));
  const preamble = fc.array(idleLine, { maxLength: 2 });
  const ends = fc.array(lineEnd, { minLength: 1, maxLength: 3 });
  return fc.tuple(mark, preamble, sections, ends, fc.boolean()).map(([bom, top, list, eols, ended]) => {
    const lines = [...top, ...list.flatMap(({ lines: own }) => own)];
    const text = lines.map((line, index) => line + eols[index % eols.length]).join('');
    return asBytes(bom + (ended ? text : text.replace(/\r?\n$/, '')));
  });
}

function section(dialect: Dialect): fc.Arbitrary<{ id: string; lines: string[] }> {
  const body = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.array(entry(dialect), { maxLength: 6 }), fc.constant('')) },
    { weight: 1, arbitrary: fc.tuple(fc.array(plainLines(dialect), { maxLength: 4 }), indent) },
  );
  return fc
    .tuple(header(dialect), body, fc.array(idleLine, { maxLength: 2 }))
    .map(([head, [entries, deep], idle]) => {
      const seen = new Set<string>();
      // botocore refuses equal keys.
      const kept = entries.filter(({ key }) => {
        const isNew = dialect === 'sdk' || key === '' || !seen.has(key);
        seen.add(key);
        return isNew;
      });
      const lines = kept.flatMap((one) => one.lines.map((line) => (line.trim() === '' ? line : deep + line)));
      return { id: head.id, lines: [head.line, ...lines, ...idle] };
    });
}

const indent = fc.constantFrom('  ', '\t', '    ', '\u00a0 ');

function header(dialect: Dialect): fc.Arbitrary<{ id: string; line: string }> {
  const name =
    dialect === 'botocore'
      ? fc.oneof(plainName, fc.constantFrom('two words', 'プロファイル', "it's", 'a&b', 'back\\slash', '#1'))
      : plainName;
  const quote = fc.constantFrom('', '', '"', "'");
  const type = fc.constantFrom('profile', 'profile', 'profile', 'sso-session', 'services');
  const gap = fc.constantFrom(' ', ...(dialect === 'botocore' ? ['  ', '\t'] : []));
  const behind = fc.constantFrom('', '', ' ', ...(dialect === 'sdk' ? [' # why', '\t; x'] : []));
  const typed = fc.tuple(type, gap, quote, name, behind).map(([kind, between, mark, own, rest]) => ({
    id: `${kind} ${own}`,
    line: `[${kind}${between}${quoted(own, mark)}]${rest}`,
  }));
  const other = fc.constantFrom(
    'plugins',
    'preview',
    'profile a b',
    'tool x',
    'profilex',
    ' default ',
    'prod',
  );
  return fc.oneof(
    { weight: 6, arbitrary: typed },
    { weight: 2, arbitrary: fc.constant({ id: 'profile default', line: '[default]' }) },
    { weight: 1, arbitrary: other.map((text) => ({ id: text, line: `[${text}]` })) },
  );
}

/** Names that need quotes get them, spelled as a shell takes them. */
function quoted(name: string, mark: string): string {
  if (!/[\s'"\\#&]/.test(name)) return mark + name + mark;
  return mark === "'" ? `'${name.replaceAll("'", `'"'"'`)}'` : `"${name.replaceAll(/(["\\])/g, '\\$1')}"`;
}

interface Entry {
  /** Empty for lines that say nothing. */
  readonly key: string;
  readonly lines: string[];
}

function entry(dialect: Dialect): fc.Arbitrary<Entry> {
  return fc.oneof(
    { weight: 4, arbitrary: plainLines(dialect) },
    { weight: 2, arbitrary: nestedLines(dialect) },
  );
}

/** A key in a line of its own, or a line that says nothing. */
function plainLines(dialect: Dialect): fc.Arbitrary<Entry> {
  const delimiter = fc.constantFrom(
    ' = ',
    '=',
    ' =',
    '= ',
    ' =\t',
    ...(dialect === 'botocore' ? [': ', ' : ', ':'] : []),
  );
  const key =
    dialect === 'botocore'
      ? fc.oneof(
          plainKey,
          plainKey.map((one) => one.toUpperCase()),
        )
      : plainKey;
  const line = fc
    .tuple(key, delimiter, value(dialect), fc.constantFrom('', '', ' ', '\u3000'))
    .map(([own, between, text, rest]) => ({ key: own.toLowerCase(), lines: [own + between + text + rest] }));
  const empty = plainKey.map((own) => ({ key: own, lines: [`${own} =`, '# end of it'] }));
  const junk = fc
    .constantFrom('junk', 'no delimiter here', '= x')
    .map((text) => ({ key: '', lines: [text] }));
  return fc.oneof(
    { weight: 6, arbitrary: line },
    { weight: 1, arbitrary: idleLine.map((text) => ({ key: '', lines: [text] })) },
    ...(dialect === 'sdk' ? [{ weight: 1, arbitrary: junk }] : []),
    // An empty key is none to the SDK, and in an indented section it takes what follows for nested.
    ...(dialect === 'botocore' ? [{ weight: 1, arbitrary: empty }] : []),
  );
}

function nestedLines(dialect: Dialect): fc.Arbitrary<Entry> {
  const inner = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(indent, nestedKey, fc.constantFrom(' = ', '=', ' ='), value(dialect))
        .map(([deep, key, ...rest]) => ({ key, line: [deep, key, ...rest].join('') })),
    },
    { weight: 1, arbitrary: idleLine.map((line) => ({ key: line, line })) },
    ...(dialect === 'botocore'
      ? [{ weight: 1, arbitrary: nestedKey.map((key) => ({ key, line: `  ${key} =` })) }]
      : []),
  );
  // Of equal nested keys, an empty one counts to botocore where it is the last.
  const lines =
    dialect === 'sdk'
      ? fc.array(inner, { maxLength: 4 })
      : fc.uniqueArray(inner, { maxLength: 4, selector: ({ key }) => key });
  const opening = fc.constantFrom(' =', '=', ' = ', ...(dialect === 'sdk' ? [' = # why'] : []));
  return fc
    .tuple(parentKey, opening, lines)
    .map(([key, delimiter, below]) => ({ key, lines: [key + delimiter, ...below.map(({ line }) => line)] }));
}

function value(dialect: Dialect): fc.Arbitrary<string> {
  if (dialect !== 'sdk') return plainValue;
  const comment = fc.constantFrom('', '', '', ' # why', '\t; x', ' #', '\u00a0# wide');
  const odd = fc.oneof(
    { weight: 12, arbitrary: plainValue },
    { weight: 1, arbitrary: fc.constant(`a${NOT_UTF8}b`) },
  );
  return fc.tuple(odd, comment).map(([text, rest]) => text + rest);
}

function asBytes(text: string): Uint8Array {
  const parts = text.split(NOT_UTF8).map((part) => Buffer.from(part));
  return Buffer.concat(
    parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from([0xff, 0xc3]), part])),
  );
}
