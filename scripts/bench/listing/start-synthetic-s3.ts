import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Shape } from './key-shapes.ts';
import type { OpenedBucket, ServerReplies, ServerRequest, Tally } from './server-messages.ts';

export interface SyntheticS3 {
  readonly url: string;
  /** Makes a bucket, named after its shape and size; at once where it is there already. */
  open(shape: Shape, count: number): Promise<OpenedBucket>;
  /** Begins to count anew. @param latencyMs how long every answer waits from now on */
  begin(latencyMs: number): Promise<void>;
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** Starts the server of lists in a process of its own, so that it has a processor of its own where there is one. */
export async function startSyntheticS3(): Promise<SyntheticS3> {
  const child = fork(join(import.meta.dirname, 'synthetic-s3.ts'), { env: {}, stdio: 'inherit' });
  const { url } = await firstMessage(child);
  const waiting = new Map<number, (reply: unknown) => void>();
  let nextId = 0;
  child.on('message', ({ id, reply }: { id: number; reply: unknown }) => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  });
  const ask = <Kind extends ServerRequest['kind']>(request: ServerRequest & { kind: Kind }) =>
    new Promise<ServerReplies[Kind]>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, resolve as (reply: unknown) => void);
      child.send({ id, request }, (error) => error !== null && reject(error));
    });
  return {
    url,
    open: (shape, count) => ask({ kind: 'open', shape, count }),
    async begin(latencyMs) {
      await ask({ kind: 'begin', latencyMs });
    },
    tally: () => ask({ kind: 'tally' }),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

function firstMessage(child: ChildProcess): Promise<ServerReplies['listening']> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve as (message: unknown) => void);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server of lists ended (${code}) before it began.`)));
  });
}
