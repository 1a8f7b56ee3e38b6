import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3StandIn } from './start-s3.ts';
import { LONG_LIVED, startSeededS3 } from './testing/seeded-stand-in.ts';
import { signHeaders } from './testing/sign.ts';
import { sendSigned } from './testing/signed-request.ts';

let s3: S3StandIn;
beforeAll(async () => {
  ({ s3 } = await startSeededS3());
  s3.store.put('virginia', 'whole', 'content');
});
afterAll(() => s3.close());

test('a fault of the stand-in itself resets the connection and is warned of', async () => {
  const object = s3.store.get('virginia', 'whole');
  if (object === undefined) throw new Error('not stored');
  const read = () => {
    throw new Error('a fault of the stand-in');
  };
  s3.store.bucket('virginia').objects.set('faulty', { ...object, key: 'faulty', content: { size: 7, read } });
  const warned = once(process, 'warning');
  await expect(sendSigned(s3, { path: '/virginia/faulty' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await warned)[0]).toMatchObject({ message: 'a fault of the stand-in' });
});

test('a client that goes away in the middle of its upload stores nothing and disturbs nobody', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const host = `127.0.0.1:${s3.port}`;
  const path = '/virginia/abandoned';
  const { headers } = signHeaders({ ...LONG_LIVED, host, method: 'PUT', path });
  const outgoing = httpRequest({
    port: s3.port,
    host: '127.0.0.1',
    method: 'PUT',
    path,
    headers: { ...headers, 'content-length': 100 },
  });
  outgoing.on('error', () => undefined);
  outgoing.write('half');
  await expect.poll(() => s3.calls.at(-1)?.key).toBe('abandoned');
  outgoing.destroy();
  const after = await sendSigned(s3, { path: '/virginia/whole' });
  process.off('warning', note);
  expect(after.body).toBe('content');
  expect(s3.store.get('virginia', 'abandoned')).toBeUndefined();
  expect(warnings).toEqual([]);
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test.skipIf(elsewhere === undefined)('cannot be reached by another address of the machine', async () => {
  const socket = connect({ port: s3.port, host: elsewhere ?? '' });
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
});
