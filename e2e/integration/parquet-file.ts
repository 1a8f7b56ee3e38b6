/**
 * Writes small Parquet files for tests: plain encoding, no compression, required columns only (Apache Parquet's
 * format and Thrift's compact protocol).
 */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'int64' | 'timestamp-micros' | 'string';
}

/** @param groups row groups of rows of cells */
export function parquetFile(
  columns: readonly ParquetColumn[],
  groups: readonly (readonly (bigint | string)[])[][],
): Buffer {
  const body: Buffer[] = [Buffer.from('PAR1')];
  let offset = 4;
  const rowGroups = groups.map((rows) => {
    const chunks = columns.map((column, index) => {
      const data = Buffer.concat(rows.map((row) => plain(row[index] ?? '')));
      const header = struct([
        [1, i32(0)], // DATA_PAGE
        [2, i32(data.length)],
        [3, i32(data.length)],
        [
          5,
          nested([
            [1, i32(rows.length)],
            [2, i32(0)],
            [3, i32(3)],
            [4, i32(3)],
          ]),
        ],
      ]);
      const start = offset;
      body.push(header, data);
      const length = header.length + data.length;
      offset += length;
      const metadata = nested([
        [1, i32(column.kind === 'string' ? 6 : 2)],
        [2, list(5, [zigzag(0)])],
        [3, list(8, [text(column.name)])],
        [4, i32(0)],
        [5, i64(rows.length)],
        [6, i64(length)],
        [7, i64(length)],
        [9, i64(start)],
      ]);
      return {
        bytes: struct([
          [2, i64(start)],
          [3, metadata],
        ]),
        length,
      };
    });
    const total = chunks.reduce((sum, { length }) => sum + length, 0);
    return struct([
      [
        1,
        list(
          12,
          chunks.map(({ bytes }) => bytes),
        ),
      ],
      [2, i64(total)],
      [3, i64(rows.length)],
    ]);
  });
  const schema = [
    struct([
      [4, binary('root')],
      [5, i32(columns.length)],
    ]),
    ...columns.map(({ name, kind }) =>
      struct([
        [1, i32(kind === 'string' ? 6 : 2)],
        [3, i32(0)],
        [4, binary(name)],
        ...(kind === 'string' ? [[6, i32(0)] as const] : []),
        ...(kind === 'timestamp-micros' ? [[6, i32(10)] as const] : []),
      ]),
    ),
  ];
  const rows = groups.reduce((sum, group) => sum + group.length, 0);
  const footer = struct([
    [1, i32(1)],
    [2, list(12, schema)],
    [3, i64(rows)],
    [4, list(12, rowGroups)],
  ]);
  const end = Buffer.alloc(4);
  end.writeUInt32LE(footer.length);
  return Buffer.concat([...body, footer, end, Buffer.from('PAR1')]);
}

type Field = readonly [id: number, value: { readonly type: number; readonly bytes: Buffer }];

function plain(cell: bigint | string): Buffer {
  const bytes = typeof cell === 'string' ? Buffer.from(cell) : Buffer.alloc(8);
  if (typeof cell === 'bigint') {
    bytes.writeBigInt64LE(cell);
    return bytes;
  }
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.from([...bytes, rest]);
}

const zigzag = (value: number) => varint(value * 2);
const text = (value: string) => Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)]);
const i32 = (value: number) => ({ type: 5, bytes: zigzag(value) });
const i64 = (value: number) => ({ type: 6, bytes: zigzag(value) });
const binary = (value: string) => ({ type: 8, bytes: text(value) });
const nested = (fields: readonly Field[]) => ({ type: 12, bytes: struct(fields) });
const list = (type: number, items: readonly Buffer[]) => {
  const head =
    items.length < 15
      ? Buffer.from([(items.length << 4) | type])
      : Buffer.concat([Buffer.from([0xf0 | type]), varint(items.length)]);
  return { type: 9, bytes: Buffer.concat([head, ...items]) };
};

function struct(fields: readonly Field[]): Buffer {
  let last = 0;
  const pieces = fields.map(([id, { type, bytes }]) => {
    const head = Buffer.from([((id - last) << 4) | type]);
    last = id;
    return Buffer.concat([head, bytes]);
  });
  return Buffer.concat([...pieces, Buffer.from([0])]);
}
