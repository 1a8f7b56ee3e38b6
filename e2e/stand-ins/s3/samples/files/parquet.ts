import { i32, i64, list, struct, text, type ThriftValue } from './thrift.ts';

/** A column and its values, one a row, none missing. */
export type ParquetColumn =
  | {
      readonly name: string;
      readonly kind: 'integer' | 'number' | 'time';
      readonly values: readonly number[];
    }
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly string[] };

const MAGIC = Buffer.from('PAR1', 'latin1');
const PLAIN = 0;
const RLE = 3;
/** Physical types of the format. */
const TYPES = { integer: 2, time: 2, number: 5, text: 6 } as const;
/** What a type means: UTF-8 text, milliseconds since 1970. */
const MEANINGS = { text: 0, time: 9, integer: undefined, number: undefined } as const;

/**
 * Makes a Parquet file: uncompressed, values one after the other, no missing ones. (Apache Parquet format, version 1: the
 * column chunks of each row group, the metadata that says where they are, its length.)
 * @param rowsPerGroup a reader fetches no less than a column of this many rows
 */
export function parquet(columns: readonly ParquetColumn[], rowsPerGroup: number): Buffer {
  const rowCount = columns[0]?.values.length ?? 0;
  const file: Buffer[] = [MAGIC];
  let offset = MAGIC.length;
  const groups: ThriftValue[] = [];
  for (let from = 0; from < rowCount; from += rowsPerGroup) {
    const to = Math.min(rowCount, from + rowsPerGroup);
    const chunks = columns.map((column) => {
      const chunk = columnChunk(column, from, to);
      const described = describeChunk(column, offset, chunk.length, to - from);
      file.push(chunk);
      offset += chunk.length;
      return { described, size: chunk.length };
    });
    const size = chunks.reduce((total, chunk) => total + chunk.size, 0);
    groups.push(struct({ 1: list(chunks.map((chunk) => chunk.described)), 2: i64(size), 3: i64(to - from) }));
  }
  const metadata = struct({
    1: i32(1),
    2: list(schema(columns)),
    3: i64(rowCount),
    4: list(groups),
    6: text('bucket-porter samples'),
  }).bytes;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(metadata.length);
  return Buffer.concat([...file, metadata, length, MAGIC]);
}

function schema(columns: readonly ParquetColumn[]): ThriftValue[] {
  const root = struct({ 4: text('schema'), 5: i32(columns.length) });
  const elements = columns.map(({ name, kind }) => {
    const meaning = MEANINGS[kind];
    return struct({
      1: i32(TYPES[kind]),
      3: i32(0),
      4: text(name),
      6: meaning === undefined ? undefined : i32(meaning),
    });
  });
  return [root, ...elements];
}

/** One page, header in front. */
function columnChunk(column: ParquetColumn, from: number, to: number): Buffer {
  const data =
    column.kind === 'text'
      ? Buffer.concat(column.values.slice(from, to).map(plainText))
      : plainNumbers(column.values.slice(from, to), column.kind);
  const page = struct({ 1: i32(to - from), 2: i32(PLAIN), 3: i32(RLE), 4: i32(RLE) });
  const header = struct({ 1: i32(0), 2: i32(data.length), 3: i32(data.length), 5: page });
  return Buffer.concat([header.bytes, data]);
}

function describeChunk(column: ParquetColumn, offset: number, size: number, rows: number): ThriftValue {
  const metadata = struct({
    1: i32(TYPES[column.kind]),
    2: list([i32(PLAIN), i32(RLE)]),
    3: list([text(column.name)]),
    4: i32(0),
    5: i64(rows),
    6: i64(size),
    7: i64(size),
    9: i64(offset),
  });
  return struct({ 2: i64(offset), 3: metadata });
}

function plainText(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function plainNumbers(values: readonly number[], kind: 'integer' | 'number' | 'time'): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) {
    if (kind === 'number') bytes.writeDoubleLE(value, i * 8);
    else bytes.writeBigInt64LE(BigInt(value), i * 8);
  }
  return bytes;
}
