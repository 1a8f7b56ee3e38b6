import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeletionSpec, DeletionState } from '../../shared/deletion.ts';
import { Deletions } from '../../electron/core/s3/deletion/deletions.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';
import { type S3Rig, startS3Rig } from './s3-rig.ts';

const ID = 'd7c1f5a0-0000-4000-8000-000000000003';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A deletion of everything in `virginia`, or of the keys. */
async function begin(keys: readonly string[] | undefined, what: DeletionSpec['what'], endpoint?: string) {
  const rig: S3Rig = await startS3Rig(endpoint);
  const at = rig.at('virginia');
  const rows = {
    specOf: () => ({ at, prefix: '', kind: 'folder' }) as const,
    selection: async () => ({ rows: keys?.length ?? 0, folders: 0, bytes: 0 }),
    selectedKeys: async (_id: string, from: number) => (keys ?? []).slice(from),
  };
  const deletions = new Deletions(rig.calls, rows, rig.clock, rig.logger);
  closing.push(
    () => rig.close(),
    () => deletions.close(),
  );
  const scope = keys === undefined ? { kind: 'bucket' } : { kind: 'selection', listingId: ID };
  const state = () => deletions.snapshots.value[ID] as DeletionState;
  /** Whatever it waits for is over at once. */
  const settled = async () => {
    const end = new Promise<void>((resolve) => {
      const stop = deletions.snapshots.subscribe((states) => {
        const { phase } = states[ID] ?? {};
        if (phase === undefined || phase === 'counting' || phase === 'deleting') return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
    const over = new AbortController();
    void end.then(() => over.abort());
    while (!over.signal.aborted) await Promise.race([rig.clock.skip(), end]);
    return state();
  };
  await deletions.count({ deletionId: ID, spec: { at, scope: scope as DeletionSpec['scope'], what } });
  await settled();
  return {
    rig,
    state,
    run: async () => {
      await deletions.run({ deletionId: ID });
      return settled();
    },
  };
}

/** A server that says the same to every request of a kind. */
async function serve(answer: (name: string, body: string) => string): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(answer(`${request.method} ${request.url}`, body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = (root: string, inside: string) => `<${root}>${inside}</${root}>`;
const VERSIONS = ['v1', 'v2'].map(
  (id) =>
    `<Version><Key>a</Key><VersionId>${id}</VersionId><IsLatest>false</IsLatest><Size>1</Size></Version>`,
);

describe('a deletion that meets a fault', () => {
  it('knows what went before it, and deletes that no second time', async () => {
    const keys = ['a', 'control\u0001'];
    const { rig, run } = await begin(keys, 'current');
    for (const key of keys) rig.s3.store.put('virginia', key, 'x');
    rig.s3.failNext({ operation: 'DeleteObject', times: 10, how: failureShapes.internalError });
    expect(await run()).toMatchObject({ phase: 'failed', deleted: { objects: 1 } });
    rig.forgetCalls();
    expect(await run()).toMatchObject({ phase: 'done', deleted: { objects: 2 } });
    expect(rig.operations()).toEqual(['DeleteObject']);
  });

  it('is not counted to the end where a list breaks off without saying how it goes on', async () => {
    const endpoint = await serve((name) =>
      name.includes('versions')
        ? page('ListVersionsResult', `<IsTruncated>true</IsTruncated>${VERSIONS.join('')}`)
        : page('VersioningConfiguration', ''),
    );
    const { state } = await begin(undefined, 'all-versions', endpoint);
    expect(state()).toMatchObject({
      phase: 'failed',
      counted: false,
      error: { code: 's3.listing-broken', params: { bucket: 'virginia' } },
    });
  });

  it('nor where the list of uploads does', async () => {
    const endpoint = await serve((name) => {
      if (name.includes('versions')) return page('ListVersionsResult', '<IsTruncated>false</IsTruncated>');
      return name.includes('uploads')
        ? page('ListMultipartUploadsResult', '<IsTruncated>true</IsTruncated>')
        : page('VersioningConfiguration', '');
    });
    const { state } = await begin(undefined, 'all-versions', endpoint);
    expect(state()).toMatchObject({ phase: 'failed', error: { code: 's3.listing-broken' } });
  });

  it('takes nothing for deleted that was refused without its version', async () => {
    const endpoint = await serve((name) => {
      if (name.startsWith('POST')) {
        return page('DeleteResult', '<Error><Key>a</Key><Code>AccessDenied</Code></Error>');
      }
      if (name.includes('uploads'))
        return page('ListMultipartUploadsResult', '<IsTruncated>false</IsTruncated>');
      return name.includes('versions')
        ? page('ListVersionsResult', `<IsTruncated>false</IsTruncated>${VERSIONS.join('')}`)
        : page('VersioningConfiguration', '');
    });
    const { run } = await begin(undefined, 'all-versions', endpoint);
    expect(await run()).toMatchObject({
      deleted: { objects: 0 },
      refused: 2,
      refusals: [
        { key: 'a', versionId: 'v1', code: 'AccessDenied' },
        { key: 'a', versionId: 'v2', code: 'AccessDenied' },
      ],
    });
  });
});
