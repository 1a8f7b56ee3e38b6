import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { ObjectReader } from '../../electron/core/s3/objects/preview/object-reader.ts';
import { NEVER, type S3Rig, startS3Rig } from './s3-rig.ts';

const SIZE = 10_000_000_000;
let server: Server | undefined;
let rig: S3Rig | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await rig?.close();
});

it('an object that a server sends whole, whatever range was asked for, is not read into memory', async () => {
  let isCut = false;
  server = createServer((request, response) => {
    response.writeHead(200, { 'content-length': SIZE, etag: '"e"' });
    if (request.method === 'HEAD') return response.end();
    response.write('x'); // and the rest never comes
    response.once('close', () => {
      isCut = true;
    });
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  rig = await startS3Rig(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const address = { bucket: rig.calls.resolve(rig.at('virginia')), key: 'film' };
  const reader = await ObjectReader.open(rig.calls, address, NEVER);
  await expect(reader.range(0, 1_000, NEVER)).rejects.toMatchObject({ error: { code: 'network.garbled' } });
  await expect.poll(() => isCut).toBe(true);
});
