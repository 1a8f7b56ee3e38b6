import type { PreviewContent } from '../../../../../shared/preview.ts';
import { delimitedTable } from './delimited-table.ts';
import { isJsonLines, jsonLinesTable } from './json-lines-table.ts';
import { type DecodedText, decodeAnyway, decodeText } from './text-encoding.ts';
import { tableForm, textLanguage } from './text-language.ts';

/** The first bytes of something, unpacked. */
export interface Beginning {
  readonly bytes: Uint8Array;
  /** These are all of them. */
  readonly whole: boolean;
  /** Without what says how it is packed. */
  readonly name: string;
  readonly contentType: string;
}

export interface Inside {
  readonly content: PreviewContent;
  /** There is more than what is shown. */
  readonly partial: boolean;
}

/** Shows text and the tables that are written in text. @returns undefined where it isn't text */
export function lookInside(beginning: Beginning): Inside | undefined {
  const decoded = decodeText(beginning.bytes, beginning.whole);
  return decoded && (asTable(beginning, decoded) ?? asText(beginning, decoded));
}

/** As text whatever it is, and as it is: for people who asked for that. */
export function plainText({ bytes, whole, name, contentType }: Beginning): Inside {
  const { text, encoding } = decodeAnyway(bytes, whole);
  const language = textLanguage(name, contentType, text);
  return { content: { kind: 'text', text, language, encoding }, partial: !whole };
}

function asTable({ whole, name, contentType }: Beginning, { text }: DecodedText): Inside | undefined {
  const named = tableForm(name, contentType);
  // Many services write JSON lines under the name of JSON.
  const isLines =
    named === undefined && textLanguage(name, contentType, text) === 'json' && isJsonLines(text);
  const from = isLines ? 'jsonl' : named;
  if (from === undefined) return undefined;
  const found = from === 'jsonl' ? jsonLinesTable(text, whole) : delimitedTable(text, from, whole);
  return found && { content: { kind: 'table', from, table: found.table }, partial: !whole || found.cut };
}

function asText({ whole, name, contentType }: Beginning, { text, encoding }: DecodedText): Inside {
  const language = textLanguage(name, contentType, text);
  // As it is: the page lays JSON out, and shows it raw where that is asked for.
  return { content: { kind: 'text', text, language, encoding }, partial: !whole };
}
