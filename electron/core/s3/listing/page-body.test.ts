import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readBody } from './page-body.ts';

const host = 's3.test';
const never = () => new AbortController().signal;

describe('the body of a page', () => {
  it.each([
    ['told right', 10],
    ['not told', undefined],
    ['told too short', 3],
    ['told too long', 99],
  ])('is read whole into a buffer of its own where its length is %s', async (_how, length) => {
    const stream = new PassThrough();
    const read = readBody(stream, { host, length }, never());
    stream.write('01234');
    stream.end('56789');
    const body = await read;
    expect(Buffer.from(body).toString()).toBe('0123456789');
    expect(body.buffer.byteLength).toBe(10);
  });

  it('frees the chunks it is made of at once, but none that others have a part in', async () => {
    const stream = new PassThrough();
    const whole = new Uint8Array([1, 2, 3]);
    const shared = new Uint8Array([0, 4, 5, 0]);
    const read = readBody(stream, { host }, never());
    stream.write(whole);
    stream.write(shared.subarray(1, 3));
    stream.end(Buffer.from('6'));
    expect([...(await read)]).toEqual([1, 2, 3, 4, 5, 0x36]);
    expect(whole.byteLength).toBe(0);
    expect(shared).toEqual(new Uint8Array([0, 4, 5, 0]));
  });

  it('is given up after a while without a byte', async () => {
    const stream = new PassThrough();
    stream.write('01234');
    await expect(readBody(stream, { host, idleMs: 5 }, never())).rejects.toMatchObject({
      error: { code: 'network.timeout', params: { host } },
    });
    expect(stream.destroyed).toBe(true);
  });

  it('is given up at once when nobody wants it any more', async () => {
    const end = new AbortController();
    const stream = new PassThrough();
    const read = readBody(stream, { host }, end.signal);
    end.abort(new Error('gone'));
    await expect(read).rejects.toThrow('gone');
    expect(stream.destroyed).toBe(true);
  });

  it('is not read where it is far too long for a page', async () => {
    const stream = new PassThrough();
    const read = readBody(stream, { host }, never());
    for (let index = 0; index < 33; index += 1) stream.write(Buffer.alloc(1024 * 1024));
    await expect(read).rejects.toMatchObject({ error: { code: 'network.garbled' } });
  });

  it('that breaks off is a fault of the network', async () => {
    const stream = new PassThrough();
    const read = readBody(stream, { host }, never());
    stream.write('01234');
    stream.destroy();
    await expect(read).rejects.toMatchObject({ error: { code: 'network.unreachable' } });
  });
});
