import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../shared/preview.ts';
import { Previews, type PreviewRequest } from '../../electron/core/s3/objects/preview/open-preview.ts';
import { PreviewSources } from '../../electron/core/s3/objects/preview/preview-sources.ts';
import { parquetFile } from './parquet-file.ts';
import { NEVER, type S3Rig, startS3Rig } from './s3-rig.ts';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const MB = 1024 * 1024;

let rig: S3Rig;
let sources: PreviewSources;
let previews: Previews;

beforeEach(async () => {
  rig = await startS3Rig();
  sources = new PreviewSources(rig.calls);
  previews = new Previews(rig.calls, sources);
});
afterEach(() => rig.close());

function put(key: string, body: string | Uint8Array | { size: number }, contentType?: string): void {
  rig.s3.store.put('virginia', key, body, contentType === undefined ? {} : { contentType });
}
function open(key: string, more: Partial<PreviewRequest> = {}): Promise<Preview> {
  return previews.open({ at: rig.at('virginia'), key, ...more }, NEVER);
}
function tableOf(preview: Preview) {
  if (preview.kind !== 'table') throw new Error(`a ${preview.kind}, no table`);
  return { names: preview.table.columns.map(({ name }) => name), ...preview.table };
}
function sourceOf(preview: Preview): string {
  if (!('source' in preview)) throw new Error(`a ${preview.kind} has no source`);
  return preview.source;
}
async function bytesOf(body: ReadableStream<Uint8Array> | Uint8Array): Promise<Buffer> {
  return Buffer.from(await new Response(body as BodyInit).arrayBuffer());
}

describe('text', () => {
  it('is shown in two calls, with its language and encoding', async () => {
    put('notes/read.md', '# Hello\n\nGrüße');
    expect(await open('notes/read.md')).toEqual({
      kind: 'text',
      text: '# Hello\n\nGrüße',
      language: 'markdown',
      encoding: 'utf-8',
      size: 16,
      read: 16,
      partial: false,
    });
    expect(rig.operations()).toEqual(['HeadObject', 'GetObject']);
  });

  it('is read to 256 kB only, whatever its size', async () => {
    put('big.log', 'a line of a log\n'.repeat(100_000));
    const preview = await open('big.log');
    expect(preview).toMatchObject({ kind: 'text', language: 'log', partial: true, read: 256 * 1024 });
    expect(preview.size).toBe(1_600_000);
  });

  it('is left as it is where it is JSON, whole or cut off: the page lays it out', async () => {
    put('a.json', '{"a":[1,2]}');
    expect(await open('a.json')).toMatchObject({ text: '{"a":[1,2]}', language: 'json', partial: false });
    put('b.json', `{"a":"${'x'.repeat(300_000)}"}`);
    expect(await open('b.json')).toMatchObject({ kind: 'text', partial: true });
  });

  it('can be asked for, and asked to be bytes', async () => {
    put('data.bin', Buffer.from([0, 1, 2, 65, 66]));
    expect(await open('data.bin', { as: 'text' })).toMatchObject({ kind: 'text', encoding: 'latin1' });
    put('a.csv', 'a,b\n1,2\n');
    expect(await open('a.csv', { as: 'text' })).toMatchObject({ kind: 'text', text: 'a,b\n1,2\n' });
    expect(await open('a.csv', { as: 'hex' })).toMatchObject({ kind: 'hex', offset: 0, partial: false });
  });

  it('never becomes a document: HTML is text', async () => {
    put('page.html', '<html><script>alert(1)</script></html>', 'text/html');
    expect(await open('page.html')).toMatchObject({ kind: 'text', language: 'code' });
  });
});

describe('tables', () => {
  it('are read from CSV, TSV and JSON lines', async () => {
    put('a.csv', 'name;age\nAda;36\nAlan;41\n');
    const csv = await open('a.csv');
    expect(csv).toMatchObject({ kind: 'table', from: 'csv', partial: false });
    expect(tableOf(csv)).toMatchObject({
      names: ['name', 'age'],
      rows: [
        ['Ada', '36'],
        ['Alan', '41'],
      ],
    });
    put('events.json', '{"a":1}\n{"b":2}\n');
    expect(await open('events.json')).toMatchObject({ kind: 'table', from: 'jsonl' });
    put('a.tsv', 'a\tb\n1\t2\n');
    expect(await open('a.tsv')).toMatchObject({ kind: 'table', from: 'tsv' });
  });

  it('end before the line at which the reading stopped', async () => {
    put('long.csv', `a,b\n${'1,'.padEnd(2_000, 'x')}\n`.repeat(200));
    const preview = await open('long.csv');
    expect(preview.partial).toBe(true);
    for (const row of tableOf(preview).rows) expect(row[1]?.length ?? 0).toBeOneOf([1, 1_998]);
  });

  it('are read from Parquet: footer and the rows asked for, no more', async () => {
    const groups = Array.from({ length: 5 }, (_, group) =>
      Array.from({ length: 1_000 }, (_, row) => [
        9_007_199_254_740_993n + BigInt(group * 1_000 + row),
        1_764_000_000_123_456n,
        `row ${group * 1_000 + row} ${'padding'.repeat(200)}`,
      ]),
    );
    const file = parquetFile(
      [
        { name: 'id', kind: 'int64' },
        { name: 'at', kind: 'timestamp-micros' },
        { name: 'text', kind: 'string' },
      ],
      groups,
    );
    put('data.parquet', file);
    const first = await open('data.parquet');
    expect(first).toMatchObject({ kind: 'table', from: 'parquet', partial: true, size: file.length });
    expect(tableOf(first)).toMatchObject({ names: ['id', 'at', 'text'], totalRows: 5_000 });
    expect(tableOf(first).rows[0]?.slice(0, 2)).toEqual(['9007199254740993', '2025-11-24 16:00:00.123456']);
    expect(first.read).toBeLessThan(file.length / 2);
    const last = await open('data.parquet', { offset: 4_999 });
    expect(tableOf(last).rows).toHaveLength(1);
    expect(tableOf(last).rows[0]?.[2]).toMatch(/^row 4999 /);
    expect((await open('data.parquet', { offset: 1_000_000 })).kind).toBe('table');
  });

  it('say why, where a Parquet file is broken', async () => {
    put('broken.parquet', Buffer.from('PAR1 nothing of the kind PAR1'));
    await expect(open('broken.parquet')).rejects.toMatchObject({ error: { code: 'preview.unreadable' } });
  });
});

describe('packed objects', () => {
  const csv = 'a,b\n1,2\n';
  it.each([
    ['gzip', 'a.csv.gz', gzipSync(csv)],
    ['zstd', 'a.csv.zst', zstdCompressSync(Buffer.from(csv))],
    ['brotli', 'a.csv.br', brotliCompressSync(csv)],
  ])('are unpacked to look inside: %s', async (unpacked, key, bytes) => {
    put(key, bytes);
    const preview = await open(key);
    expect(preview).toMatchObject({ kind: 'table', from: 'csv', unpacked, partial: false });
    expect(tableOf(preview).rows).toEqual([['1', '2']]);
  });

  it('are never unpacked further than is shown', async () => {
    put('bomb.txt.gz', gzipSync(Buffer.alloc(100 * MB, 'a')));
    const preview = await open('bomb.txt.gz');
    expect(preview).toMatchObject({ kind: 'text', partial: true, unpacked: 'gzip' });
    if (preview.kind === 'text') expect(preview.text).toHaveLength(256 * 1024);
  });

  it('are shown as bytes where what is inside is no text', async () => {
    put('a.tar.gz', gzipSync(Buffer.from([0, 1, 2, 3, 255, 254, 0, 0])));
    expect(await open('a.tar.gz')).toMatchObject({ kind: 'hex' });
  });
});

describe('bytes', () => {
  it('come in pages of 4 kB', async () => {
    put('data.bin', { size: 10_000 });
    const second = await open('data.bin', { as: 'hex', offset: 4_096 });
    expect(second).toMatchObject({ kind: 'hex', offset: 4_096, partial: true, read: 4_096 });
    const last = await open('data.bin', { as: 'hex', offset: 9_999 });
    expect(last).toMatchObject({ kind: 'hex', offset: 9_984, read: 16 });
    expect((await open('data.bin', { as: 'hex', offset: 99_999 })).kind).toBe('hex');
  });
});

describe('pictures and documents', () => {
  it('are told by their bytes, not by their names', async () => {
    put('picture.txt', PNG, 'text/plain');
    expect(await open('picture.txt')).toMatchObject({
      kind: 'image',
      mediaType: 'image/png',
      partial: false,
    });
    put('fake.png', 'just text', 'image/png');
    expect(await open('fake.png')).toMatchObject({ kind: 'text' });
  });

  it('are loaded from a source, whole or in ranges, with headers that let nothing run', async () => {
    put('ü ?#.png', PNG);
    const source = sourceOf(await open('ü ?#.png'));
    expect(source).toMatch(/^preview\/[0-9a-f]{32}\/%C3%BC%20%3F%23\.png$/);
    const whole = await sources.respond(source);
    expect(whole).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/png',
        'content-length': String(PNG.length),
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        'cache-control': 'no-store',
      },
    });
    expect(await bytesOf(whole?.body ?? new Uint8Array())).toEqual(PNG);
    const part = await sources.respond(`/${source}`, 'bytes=1-3');
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 1-3/${PNG.length}` } });
    expect((await bytesOf(part?.body ?? new Uint8Array())).toString()).toBe('PNG');
    expect(await sources.respond(source, 'bytes=9999-')).toMatchObject({ status: 416 });
  });

  it('are closed to everybody else, and after closing', async () => {
    put('a.png', PNG);
    const source = sourceOf(await open('a.png'));
    expect(await sources.respond(`preview/${'0'.repeat(32)}/a.png`)).toBeUndefined();
    expect(await sources.respond(source.replace('/a.png', '/../a.png'))).toBeUndefined();
    await previews.close({ source });
    expect(await sources.respond(source)).toBeUndefined();
  });

  it('are 32 at once at most; the one used last stays', async () => {
    put('a.png', PNG);
    const first = sourceOf(await open('a.png'));
    const second = sourceOf(await open('a.png'));
    for (let more = 0; more < 30; more += 1) await open('a.png');
    expect(await sources.respond(first, 'bytes=999-')).toMatchObject({ status: 416 });
    await open('a.png');
    expect(await sources.respond(first, 'bytes=999-')).toMatchObject({ status: 416 });
    expect(await sources.respond(second)).toBeUndefined();
  });

  it('draw SVG as a picture, and only what is one', async () => {
    put('drawing.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect(await open('drawing.svg')).toMatchObject({ kind: 'image', mediaType: 'image/svg+xml' });
    put('not.svg', '<html></html>');
    expect(await open('not.svg')).toMatchObject({ kind: 'text' });
  });

  it('are left alone where they are too large', async () => {
    const large = Buffer.alloc(26 * MB);
    PNG.copy(large);
    put('large.png', large);
    expect(await open('large.png')).toMatchObject({ kind: 'too-large', what: 'image', limit: 25 * MB });
    rig.forgetCalls();
    put('small.pdf', '%PDF-1.7\n%âãÏÓ\n');
    expect(await open('small.pdf')).toMatchObject({ kind: 'pdf', mediaType: 'application/pdf' });
  });

  it('say so where the object changes while it is looked at', async () => {
    put('a.png', PNG);
    const source = sourceOf(await open('a.png'));
    put('a.png', Buffer.concat([PNG, PNG]));
    await expect(sources.respond(source)).rejects.toMatchObject({ error: { code: 'preview.unreadable' } });
  });
});

describe('what has nothing to show', () => {
  it('is said in words', async () => {
    put('empty.txt', '');
    expect(await open('empty.txt')).toMatchObject({ kind: 'empty', size: 0, read: 0 });
    rig.s3.store.put('virginia', 'cold.bin', { size: 10, storageClass: 'DEEP_ARCHIVE' });
    expect(await open('cold.bin')).toMatchObject({ kind: 'archived', storageClass: 'DEEP_ARCHIVE' });
    await expect(open('nothing')).rejects.toMatchObject({ error: { code: 's3.no-such-object' } });
    rig.s3.deny({ action: 's3:GetObject' });
    await expect(open('empty.txt')).rejects.toMatchObject({
      error: {
        code: 's3.access-denied',
        params: { action: 's3:GetObject', resource: 'arn:aws:s3:::virginia/empty.txt' },
      },
    });
  });
});
