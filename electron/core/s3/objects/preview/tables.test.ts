import { describe, expect, it } from 'vitest';
import { delimitedTable, likelyDelimiter } from './delimited-table.ts';
import { isJsonLines, jsonLinesTable } from './json-lines-table.ts';

const names = (table: { columns: readonly { name: string }[] } | undefined) =>
  table?.columns.map(({ name }) => name);

describe('delimitedTable', () => {
  it('reads quotes, line breaks in cells, and a mark at the beginning', () => {
    const text = '\uFEFFname,note\r\n"Smith, J.","two\nlines"\r\nplain,"say ""hi"""\r\n';
    const { table } = delimitedTable(text, 'csv', true) ?? {};
    expect(names(table)).toEqual(['name', 'note']);
    expect(table?.rows).toEqual([
      ['Smith, J.', 'two\nlines'],
      ['plain', 'say "hi"'],
    ]);
  });
  it('finds the delimiter', () => {
    expect(likelyDelimiter('a;b;c\n1,5;2;3\n')).toBe(';');
    expect(likelyDelimiter('a|b\n1|2\n')).toBe('|');
    expect(likelyDelimiter('"a;b",c\n"d;e",f\n')).toBe(',');
    expect(likelyDelimiter('only\none\n')).toBe(',');
    expect(delimitedTable('a\tb,c\n1\t2,3\n', 'tsv', true)?.table.rows).toEqual([['1', '2,3']]);
  });
  it('takes rows of unequal length as they come', () => {
    const { table } = delimitedTable('a,b\n1\n1,2,3\n', 'csv', true) ?? {};
    expect(names(table)).toEqual(['a', 'b', '']);
    expect(table?.rows).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });
  it('leaves out the last line of a text that was cut off, and no other', () => {
    expect(delimitedTable('a,b\n1,2\n3,', 'csv', false)?.table.rows).toEqual([['1', '2']]);
    expect(delimitedTable('a,b\n1,2\n3,', 'csv', true)?.table.rows).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    const open = 'a,b\n1,2\n3,4\n5,"cell\nwith more';
    expect(delimitedTable(open, 'csv', false)?.table.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(delimitedTable('a,b\n1,2\n3,4\n', 'csv', false)?.table.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
  it('is not led astray by a quote that is never closed', () => {
    const inches = 'size,left\n"5 inch,3\n7 inch,4\n';
    expect(delimitedTable(inches, 'csv', true)?.table.rows).toEqual([
      ['"5 inch', '3'],
      ['7 inch', '4'],
    ]);
  });
  it('shows the first 500 rows and says that there are more', () => {
    const text = `a\n${Array.from({ length: 501 }, (_, row) => `${row}\n`).join('')}`;
    const found = delimitedTable(text, 'csv', true);
    expect(found?.table.rows).toHaveLength(500);
    expect(found?.cut).toBe(true);
  });
});

describe('jsonLinesTable', () => {
  it('makes one column of each key', () => {
    const text = '{"a":1,"b":"x"}\n\n{"b":null,"c":{"d":[1]}}\n';
    const { table } = jsonLinesTable(text, true) ?? {};
    expect(names(table)).toEqual(['a', 'b', 'c']);
    expect(table?.rows).toEqual([
      ['1', 'x', ''],
      ['', '', '{"d":[1]}'],
    ]);
  });
  it('keeps the digits of large integers', () => {
    expect(jsonLinesTable('{"id":9007199254740993}\n', true)?.table.rows).toEqual([['9007199254740993']]);
  });
  it('shows broken lines, unless most are', () => {
    expect(jsonLinesTable('{"a":1}\n{"a":\n', true)?.table.rows).toEqual([
      ['1', ''],
      ['', '{"a":'],
    ]);
    expect(jsonLinesTable('one\ntwo\n{"a":1}\n', true)).toBeUndefined();
  });
  it('leaves out the line that was cut off', () => {
    expect(jsonLinesTable('{"a":1}\n{"a":2', false)?.table.rows).toEqual([['1']]);
  });
  it('has at most 60 columns', () => {
    const fields = Array.from({ length: 70 }, (_, index) => `"k${index}":1`).join(',');
    const found = jsonLinesTable(`{${fields}}\n`, true);
    expect(found?.table.columns).toHaveLength(60);
    expect(found?.cut).toBe(true);
  });
  it('is told from one JSON value', () => {
    expect(isJsonLines('{"a":1}\n{"a":2}\n')).toBe(true);
    expect(isJsonLines('{\n"a":1}\n')).toBe(false);
    expect(isJsonLines('{"a":1}\n')).toBe(false);
  });
});
