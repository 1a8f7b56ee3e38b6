import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { wholeAnswer } from './whole-answer.ts';

const NEVER = new AbortController().signal;

it('waits no longer for an answer that stops coming', async () => {
  const body = new PassThrough();
  body.write('<DeleteResult>');
  const answer = wholeAnswer(
    { host: 's3', idleMs: 20 },
    NEVER,
  )(async () => ({
    response: { statusCode: 200, body },
  }));
  await expect(answer({})).rejects.toMatchObject({ error: { code: 'network.timeout' } });
  expect(body.destroyed).toBe(true);
});

it('hands on what it read', async () => {
  const body = new PassThrough();
  body.end('<DeleteResult/>');
  const result = await wholeAnswer(
    { host: 's3' },
    NEVER,
  )(async () => ({
    response: { statusCode: 200, body: body as AsyncIterable<Uint8Array> },
  }))({});
  const pieces: Uint8Array[] = [];
  for await (const piece of result.response.body) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe('<DeleteResult/>');
});
