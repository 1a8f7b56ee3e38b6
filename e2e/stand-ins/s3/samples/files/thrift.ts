/** A value in Thrift's compact protocol: its type's code, and its bytes. */
export interface ThriftValue {
  readonly code: number;
  readonly bytes: Buffer;
}

export function i32(value: number): ThriftValue {
  return { code: 5, bytes: varint(zigzag(BigInt(value))) };
}

export function i64(value: number): ThriftValue {
  return { code: 6, bytes: varint(zigzag(BigInt(value))) };
}

export function text(value: string): ThriftValue {
  const bytes = Buffer.from(value);
  return { code: 8, bytes: Buffer.concat([varint(BigInt(bytes.length)), bytes]) };
}

/** @param items at least one, all of one type */
export function list(items: readonly ThriftValue[]): ThriftValue {
  const code = items[0]?.code ?? 0;
  const head =
    items.length < 15
      ? Buffer.from([(items.length << 4) | code])
      : Buffer.concat([Buffer.from([0xf0 | code]), varint(BigInt(items.length))]);
  return { code: 9, bytes: Buffer.concat([head, ...items.map((item) => item.bytes)]) };
}

/** @param fields by their ids, in rising order and less than sixteen apart */
export function struct(fields: Readonly<Record<number, ThriftValue | undefined>>): ThriftValue {
  const written: Buffer[] = [];
  let last = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const id = Number(name);
    written.push(Buffer.from([((id - last) << 4) | value.code]), value.bytes);
    last = id;
  }
  return { code: 12, bytes: Buffer.concat([...written, Buffer.from([0])]) };
}

function zigzag(value: bigint): bigint {
  return value < 0n ? -value * 2n - 1n : value * 2n;
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
