import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeletionSpec, DeletionState } from '../../shared/deletion.ts';
import type { ListingSpec } from '../../shared/listing.ts';
import { Deletions } from '../../electron/core/s3/deletion/deletions.ts';
import { failureShapes } from '../stand-ins/s3/index.ts';
import { type S3Rig, startS3Rig } from './s3-rig.ts';

/** A listing with a selection, without the engine around it. */
interface Selected {
  readonly spec: ListingSpec;
  keys: readonly string[];
  bytes: number;
}

let rig: S3Rig;
let deletions: Deletions;
let selected: Selected | undefined;
let unsubscribe: () => void;
let heard: Set<() => void>;

beforeEach(async () => {
  rig = await startS3Rig();
  selected = undefined;
  heard = new Set();
  const listing = () => {
    if (selected === undefined) throw new Error('nothing is selected');
    return selected;
  };
  const rows = {
    specOf: () => listing().spec,
    selection: async () => ({ rows: listing().keys.length, folders: 0, bytes: listing().bytes }),
    selectedKeys: async (_id: string, from: number, count: number) =>
      listing().keys.slice(from, from + Math.min(count, 700)),
  };
  deletions = new Deletions(rig.calls, rows, rig.clock, rig.logger);
  unsubscribe = deletions.snapshots.subscribe(() => {
    for (const hear of heard) hear();
  });
});
afterEach(async () => {
  unsubscribe();
  await deletions.close();
  await rig.close();
});

const ID = 'd7c1f5a0-0000-4000-8000-000000000001';
const state = () => deletions.snapshots.value[ID];

/** Waits until a deletion's state fits, whatever the clock. */
function until(fits: (state: DeletionState) => boolean): Promise<DeletionState> {
  return new Promise((resolve) => {
    const hear = () => {
      const now = state();
      if (now === undefined || !fits(now)) return;
      heard.delete(hear);
      resolve(now);
    };
    heard.add(hear);
    hear();
  });
}
const phase = (...phases: DeletionState['phase'][]) => until((now) => phases.includes(now.phase));

async function count(spec: Partial<DeletionSpec>): Promise<DeletionState> {
  await deletions.count({
    deletionId: ID,
    spec: { at: rig.at('virginia'), scope: { kind: 'bucket' }, what: 'current', ...spec },
  });
  return phase('counted', 'failed', 'stopped');
}
async function run(): Promise<DeletionState> {
  await deletions.run({ deletionId: ID });
  return phase('done', 'failed', 'stopped');
}
const keysOf = (bucket = 'virginia') =>
  [...rig.s3.store.bucket(bucket).objects.values()].map(({ key }) => key);
function fill(bucket: string, keys: readonly string[]): void {
  for (const key of keys) rig.s3.store.put(bucket, key, { size: 10 });
}
const numbered = (prefix: string, length: number) =>
  Array.from({ length }, (_, index) => `${prefix}${String(index).padStart(5, '0')}`);
function select(prefix: string, keys: readonly string[], kind: ListingSpec['kind'] = 'folder'): void {
  selected = { spec: { at: rig.at('virginia'), prefix, kind }, keys, bytes: keys.length * 10 };
}
const selection = { kind: 'selection', listingId: 'd7c1f5a0-0000-4000-8000-000000000002' } as const;

describe('counting', () => {
  it('counts exactly, deletes nothing, and says whether it can be undone', async () => {
    fill('virginia', [...numbered('logs/', 2_345), 'other/one']);
    const counted = await count({ scope: { kind: 'prefix', prefix: 'logs/' } });
    expect(counted).toMatchObject({
      phase: 'counted',
      found: { objects: 2_345, markers: 0, uploads: 0, bytes: 23_450 },
      deleted: { objects: 0 },
      versioning: 'never',
      calls: 4,
    });
    expect(keysOf()).toHaveLength(2_346);
  });

  it('names what was selected: the first few, and how many there are', async () => {
    fill('virginia', ['a/x', ...numbered('b', 7)]);
    select('', ['a/', ...numbered('b', 7)]);
    const { selected: named } = await count({ scope: selection });
    expect(named).toEqual({ rows: 8, first: ['a/', 'b00000', 'b00001', 'b00002', 'b00003'] });
  });

  it('says that nobody told whether there are versions', async () => {
    rig.s3.deny({ action: 's3:GetBucketVersioning' });
    expect(await count({})).toMatchObject({ phase: 'counted', versioning: 'unknown' });
  });

  it('fails in words where listing is denied, and can’t be run then', async () => {
    rig.s3.deny({ action: 's3:ListBucket' });
    expect(await count({})).toMatchObject({
      phase: 'failed',
      error: { code: 's3.access-denied', params: { action: 's3:ListBucket' } },
    });
    await expect(deletions.run({ deletionId: ID })).rejects.toMatchObject({
      error: { code: 'bridge.bad-request' },
    });
  });

  it('takes half an answer or a sign-in page for neither an empty bucket nor success', async () => {
    fill('virginia', ['a']);
    rig.s3.failNext({ operation: 'ListObjectsV2', how: 'garbage' });
    expect(await count({})).toMatchObject({ phase: 'failed', error: { code: 'network.garbled' } });
  });
});

describe('deleting', () => {
  it('deletes what is below a prefix, a thousand at a time, and nothing else', async () => {
    fill('virginia', [...numbered('logs/', 2_345), 'logs', 'logs-2/one', 'other']);
    await count({ scope: { kind: 'prefix', prefix: 'logs/' } });
    rig.forgetCalls();
    const done = await run();
    expect(done).toMatchObject({
      phase: 'done',
      deleted: { objects: 2_345, bytes: 23_450 },
      refused: 0,
      refusals: [],
    });
    expect(keysOf()).toEqual(['logs', 'logs-2/one', 'other']);
    expect(rig.operations().filter((name) => name === 'DeleteObjects')).toHaveLength(3);
  });

  it('works in another region, learned on the way', async () => {
    fill('ireland', numbered('x/', 3));
    await count({ at: rig.at('ireland') });
    await run();
    expect(keysOf('ireland')).toEqual([]);
  });

  it('deletes exactly what was selected when it was counted', async () => {
    const keys = numbered('a/', 1_500);
    fill('virginia', ['a/', ...keys, 'a/sub/1', 'a/sub/2', 'a/subway', 'b']);
    select('a/', ['a/sub/', ...keys.slice(0, 1_200)]);
    expect(await count({ scope: selection })).toMatchObject({ found: { objects: 1_202 } });
    if (selected !== undefined) selected.keys = ['b'];
    expect(await run()).toMatchObject({ phase: 'done', deleted: { objects: 1_202 } });
    expect(keysOf()).toEqual(['a/', ...keys.slice(1_200), 'a/subway', 'b']);
  });

  it('takes a folder’s own marker for an object, not for the folder', async () => {
    fill('virginia', ['a/', 'a/1', 'a/2/', 'a/2/x']);
    select('a/', ['a/']);
    expect(await count({ scope: selection })).toMatchObject({ found: { objects: 1 } });
    await run();
    expect(keysOf()).toEqual(['a/1', 'a/2/', 'a/2/x']);
  });

  it('takes everything that a search found for an object', async () => {
    fill('virginia', ['a/2/', 'a/2/x']);
    select('a/', ['a/2/'], 'search');
    await count({ scope: selection });
    await run();
    expect(keysOf()).toEqual(['a/2/x']);
  });

  it('deletes keys that are awkward to write, and none of their neighbours', async () => {
    const awkward = [
      '..',
      '../up',
      './here',
      '/leading',
      '//two',
      'a//b',
      'trailing/',
      ' space ',
      'plus+and%20percent%',
      'quote"\'<&>',
      'new\nline\r\nand\ttab',
      'control\u0001\u001f',
      'del\u007f',
      '\ufffe and \uffff',
      '👩‍👩‍👧 日本語',
      'e\u0301 and \u00e9',
      'x'.repeat(1_024),
    ];
    const neighbours = ['up', 'here', 'leading', 'a/b', 'trailing', 'space', 'control', 'del', 'e', 'x'];
    fill('virginia', [...awkward, ...neighbours]);
    select(
      '',
      awkward.filter((key) => !key.endsWith('/')),
    );
    expect(await count({ scope: selection })).toMatchObject({ phase: 'counted' });
    expect(await run()).toMatchObject({
      phase: 'done',
      refused: 0,
      deleted: { objects: awkward.length - 1 },
    });
    expect(keysOf().sort()).toEqual([...neighbours, 'trailing/'].sort());
  });

  it('finds the same keys by listing', async () => {
    fill('virginia', ['p/control\u0001', 'p/new\nline', 'p/+ %', 'p/👩‍👩‍👧', 'p/\u00e9', 'p+', 'p']);
    await count({ scope: { kind: 'prefix', prefix: 'p/' } });
    expect(await run()).toMatchObject({ phase: 'done', deleted: { objects: 5 } });
    expect(keysOf()).toEqual(['p', 'p+']);
  });

  it('shows what S3 refused, key by key, and deletes the rest', async () => {
    fill('virginia', numbered('a', 3));
    await count({});
    rig.s3.deny({ action: 's3:DeleteObject' });
    expect(await run()).toMatchObject({
      phase: 'done',
      deleted: { objects: 0 },
      refused: 3,
      refusals: [
        { key: 'a00000', code: 'AccessDenied' },
        { key: 'a00001', code: 'AccessDenied' },
        { key: 'a00002', code: 'AccessDenied' },
      ],
    });
  });

  it('slows down when S3 says so, and goes on', async () => {
    fill('virginia', numbered('a', 1_500));
    await count({});
    rig.s3.failNext({ operation: 'DeleteObjects', times: 3, how: failureShapes.slowDown });
    await deletions.run({ deletionId: ID });
    const done = phase('done', 'failed');
    const finished = new AbortController();
    void done.finally(() => finished.abort());
    while (state()?.phase === 'deleting' && !finished.signal.aborted) {
      await Promise.race([rig.clock.skip(), done]);
    }
    expect(await done).toMatchObject({ phase: 'done', deleted: { objects: 1_500 }, refused: 0 });
    expect(keysOf()).toEqual([]);
  });

  it.each(['garbage', 'truncate', 'reset-mid-body'] as const)(
    'does not take a %s answer for success',
    async (how) => {
      fill('virginia', numbered('a', 10));
      await count({});
      rig.s3.failNext({ operation: 'DeleteObjects', times: 10, how });
      rig.s3.failNext({ operation: 'DeleteObjects', times: 10, how });
      await deletions.run({ deletionId: ID });
      const done = phase('done', 'failed');
      while (state()?.phase === 'deleting') await Promise.race([rig.clock.skip(), done]);
      expect(await done).toMatchObject({ phase: 'failed', deleted: { objects: 0 } });
    },
  );

  it('stops between two requests, knows what is done, and goes on from there', async () => {
    fill('virginia', numbered('a', 9_500));
    await count({});
    await deletions.run({ deletionId: ID });
    await until(({ deleted }) => deleted.objects >= 1_000);
    await deletions.stop({ deletionId: ID });
    const stopped = await phase('stopped', 'done', 'failed');
    expect(stopped.phase).toBe('stopped');
    expect(keysOf()).toHaveLength(9_500 - stopped.deleted.objects);
    expect(stopped.deleted.objects).toBeLessThan(9_500);
    expect(await run()).toMatchObject({ phase: 'done', deleted: { objects: 9_500 } });
    expect(keysOf()).toEqual([]);
  });

  it('is kept until it is forgotten, and answers for what is gone', async () => {
    await count({});
    await run();
    await expect(deletions.run({ deletionId: ID })).rejects.toMatchObject({
      error: { code: 'bridge.bad-request' },
    });
    await deletions.forget({ deletionId: ID });
    expect(deletions.snapshots.value).toEqual({});
    await expect(deletions.stop({ deletionId: ID })).rejects.toMatchObject({ error: { code: 'work.gone' } });
  });
});

describe('in a bucket with versions', () => {
  const store = () => rig.s3.store;
  beforeEach(() => {
    store().createBucket({
      name: 'versioned',
      region: 'eu-west-1',
      accountId: store().bucket('virginia').accountId,
      versioning: 'Enabled',
    });
    for (const round of [1, 2, 3]) {
      for (const key of numbered('a/', 500)) store().put('versioned', key, `${key} ${round}`);
    }
    store().put('versioned', 'b', 'b');
    store().deleteMarker('versioned', 'a/00000');
  });

  it('leaves markers behind where current objects are meant', async () => {
    const counted = await count({ at: rig.at('versioned'), scope: { kind: 'prefix', prefix: 'a/' } });
    expect(counted).toMatchObject({ versioning: 'Enabled', found: { objects: 499, markers: 0 } });
    expect(await run()).toMatchObject({ deleted: { objects: 499 } });
    await deletions.forget({ deletionId: ID });
    const all = await count({ at: rig.at('versioned'), what: 'all-versions' });
    expect(all.found).toMatchObject({ objects: 1_501, markers: 500 });
  });

  it('deletes every version and marker for ever, and aborts uploads where the whole bucket is meant', async () => {
    const { CreateMultipartUploadCommand } = await import('@aws-sdk/client-s3');
    const bucket = rig.calls.resolve(rig.at('versioned'));
    for (const key of ['u1', 'u2']) {
      await rig.calls.send(
        bucket,
        { action: '' },
        (client, params) => client.send(new CreateMultipartUploadCommand({ ...params, Key: key })),
        new AbortController().signal,
      );
    }
    const counted = await count({ at: rig.at('versioned'), what: 'all-versions' });
    expect(counted.found).toMatchObject({ objects: 1_501, markers: 1, uploads: 2 });
    expect(await run()).toMatchObject({
      phase: 'done',
      deleted: { ...counted.found },
      refused: 0,
    });
    await deletions.forget({ deletionId: ID });
    expect((await count({ at: rig.at('versioned'), what: 'all-versions' })).found).toEqual({
      objects: 0,
      markers: 0,
      uploads: 0,
      bytes: 0,
    });
  });

  it('deletes all versions of what is selected, and not of what only begins the same', async () => {
    store().put('versioned', 'a/000011', 'neighbour');
    selected = {
      spec: { at: rig.at('versioned'), prefix: 'a/', kind: 'folder' },
      keys: ['a/00000', 'a/00001'],
      bytes: 20,
    };
    const counted = await count({ at: rig.at('versioned'), scope: selection, what: 'all-versions' });
    expect(counted.found).toMatchObject({ objects: 6, markers: 1 });
    expect(await run()).toMatchObject({ phase: 'done', deleted: { objects: 6, markers: 1 } });
    await deletions.forget({ deletionId: ID });
    const left = await count({ at: rig.at('versioned'), what: 'all-versions' });
    expect(left.found).toMatchObject({ objects: 1_496, markers: 0 });
  });

  it('shows what a lock protects, and deletes the rest', async () => {
    const { CreateBucketCommand, PutObjectCommand } = await import('@aws-sdk/client-s3');
    const Bucket = 'locked';
    const lock = {
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: new Date(Date.now() + 86_400_000),
    } as const;
    const versionId = await rig.calls.send(
      rig.calls.resolve(rig.at(Bucket)),
      { action: '' },
      async (client) => {
        await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
        await client.send(new PutObjectCommand({ Bucket, Key: 'free', Body: 'x' }));
        const put = new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x', ...lock });
        return (await client.send(put)).VersionId;
      },
      new AbortController().signal,
    );
    await count({ at: rig.at(Bucket), what: 'all-versions' });
    expect(await run()).toMatchObject({
      phase: 'done',
      deleted: { objects: 1 },
      refused: 1,
      refusals: [{ key: 'kept', versionId, code: 'AccessDenied' }],
    });
  });
});
