/**
 * A process that answers as S3 does where buckets are listed, and for nothing else: ListObjectsV2, ListObjects,
 * HeadBucket, ListBuckets, GetBucketLocation. It doesn't look at signatures, keeps its answers ready, and makes every
 * answer wait for a chosen time without holding up another. Forked by `startSyntheticS3`, which talks to it by messages.
 */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shapedObjects } from './key-shapes.ts';
import { KeySpace } from './key-space.ts';
import { listPage } from './list-page.ts';
import { RequestTally } from './request-tally.ts';
import type { OpenedBucket, ServerRequest } from './server-messages.ts';
import { REGION, bucketLocation, errorAnswer, listBuckets } from './small-answers.ts';

const PARTS = 64;

const buckets = new Map<string, KeySpace>();
let tally = new RequestTally();
let latencyMs = 0;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const counted = tally;
  counted.begin();
  response.once('close', () => counted.end());
  request.resume();
  if (latencyMs === 0) answer(request, response);
  else setTimeout(answer, latencyMs, request, response);
});
server.on('connection', (socket) => socket.setNoDelay(true));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});

process.on('message', ({ id, request }: { id: number; request: ServerRequest }) => {
  process.send?.({ id, reply: obey(request) });
});
process.once('disconnect', () => process.exit());

function obey(request: ServerRequest): unknown {
  if (request.kind === 'open') return open(request.shape, request.count);
  if (request.kind === 'tally') return tally.tally;
  tally = new RequestTally();
  latencyMs = request.latencyMs;
  return null;
}

function open(shape: Parameters<typeof shapedObjects>[0], count: number): OpenedBucket {
  const bucket = `${shape}-${count}`;
  const keys = buckets.get(bucket) ?? new KeySpace(shapedObjects(shape, count));
  buckets.set(bucket, keys);
  const boundaries = Array.from({ length: PARTS - 1 }, (_, part) =>
    keys.key(Math.floor(((part + 1) * count) / PARTS)).toString(),
  );
  return { bucket, keys: keys.digest.count, sum: keys.digest.sum, boundaries };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  const bucket = decodeURIComponent(pathname.slice(1).replace(/\/$/, ''));
  const keys = buckets.get(bucket);
  if (bucket === '') return send(response, 200, [Buffer.from(listBuckets([...buckets.keys()]))]);
  if (keys === undefined) return refuse(response, 404, 'NoSuchBucket', bucket);
  if (request.method === 'HEAD') return send(response, 200, []);
  if (request.method !== 'GET') return refuse(response, 405, 'MethodNotAllowed', request.method ?? '');
  if (query.has('location')) return send(response, 200, [Buffer.from(bucketLocation())]);
  tally.listed(query);
  send(response, 200, listPage(keys, bucket, query));
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  send(response, status, [Buffer.from(errorAnswer(code, message))]);
}

function send(response: ServerResponse, status: number, parts: readonly Buffer[]): void {
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': parts.reduce((sum, { length }) => sum + length, 0),
    'x-amz-bucket-region': REGION,
    'x-amz-request-id': 'BENCH',
  });
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
}
