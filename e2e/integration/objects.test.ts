import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectVersion } from '../../shared/object-details.ts';
import { LocationCompletion } from '../../electron/core/s3/objects/complete-location.ts';
import { VersionComparison } from '../../electron/core/s3/objects/compare-versions.ts';
import { IncompleteUploads } from '../../electron/core/s3/objects/incomplete-uploads.ts';
import { ObjectFacts } from '../../electron/core/s3/objects/object-details.ts';
import { ObjectVersions, type VersionScope } from '../../electron/core/s3/objects/object-versions.ts';
import { NEVER, type S3Rig, startS3Rig } from './s3-rig.ts';
import { errorAnswer, startScriptedS3 } from './scripted-s3.ts';

let rig: S3Rig;
beforeEach(async () => {
  rig = await startS3Rig();
  const { accountId } = rig.s3.store.bucket('virginia');
  rig.s3.store.createBucket({ name: 'versioned', region: 'eu-west-1', accountId, versioning: 'Enabled' });
});
afterEach(() => rig.close());

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
function put(key: string, body: string | Uint8Array, day = 0, bucket = 'versioned'): string {
  const record = rig.s3.store.put(bucket, key, body, { lastModified: START + day * DAY });
  return (record as { versionId?: string }).versionId ?? '';
}
function send<Result>(call: (client: S3Client) => Promise<Result>, bucket = 'virginia'): Promise<Result> {
  return rig.calls.send(rig.calls.resolve(rig.at(bucket)), { action: '' }, call, NEVER);
}

describe('versions', () => {
  const page = (scope: VersionScope, next?: string) =>
    new ObjectVersions(rig.calls).page({ at: rig.at('versioned'), scope, next }, NEVER);
  async function all(scope: VersionScope) {
    const versions: ObjectVersion[] = [];
    const folders: string[] = [];
    let next: string | undefined;
    do {
      const one = await page(scope, next);
      versions.push(...one.versions);
      folders.push(...one.folders);
      next = one.next;
    } while (next !== undefined);
    return { versions, folders };
  }

  it('of one object are its own, newest first, markers among them', async () => {
    put('report', 'one', 1);
    put('report', 'three', 2);
    rig.s3.store.deleteMarker('versioned', 'report', START + 3 * DAY);
    put('report', 'fourth', 4);
    put('report-2', 'another', 5);
    put('report/x', 'another', 5);
    const { versions } = await page({ kind: 'object', key: 'report' });
    expect(versions.map(({ key, size, deleteMarker }) => [key, deleteMarker ? 'marker' : size])).toEqual([
      ['report', 6],
      ['report', 'marker'],
      ['report', 5],
      ['report', 3],
    ]);
    expect(versions.map(({ isLatest }) => isLatest)).toEqual([true, false, false, false]);
    expect(versions[0]?.modified).toBe(START + 4 * DAY);
    expect(rig.operations().filter((name) => name === 'ListObjectVersions')).toHaveLength(2); // one moved
  });

  it('come page by page, each once', async () => {
    for (let day = 0; day < 1_100; day += 1) put('many', String(day), day);
    const { versions } = await all({ kind: 'object', key: 'many' });
    expect(versions).toHaveLength(1_100);
    expect(new Set(versions.map(({ versionId }) => versionId)).size).toBe(1_100);
    expect(versions.map(({ modified }) => modified)).toEqual(
      versions.map(({ modified }) => modified).toSorted((one, other) => other - one),
    );
  });

  it('of a folder come with the folders in it', async () => {
    put('a/', '');
    put('a/1 +%é\n', 'x');
    put('a/2', 'x');
    put('a/sub/deep', 'x');
    put('b', 'x');
    rig.s3.store.deleteMarker('versioned', 'a/2', START + DAY);
    const { versions, folders } = await all({ kind: 'folder', prefix: 'a/' });
    expect(versions.map(({ key, deleteMarker }) => [key, deleteMarker])).toEqual([
      ['a/', false],
      ['a/1 +%é\n', false],
      ['a/2', true],
      ['a/2', false],
    ]);
    expect(folders).toEqual(['a/sub/']);
  });

  it('need their own permission, and a mark of ours to go on', async () => {
    await expect(page({ kind: 'object', key: 'a' }, 'bm9uc2Vuc2U')).rejects.toMatchObject({
      error: { code: 'bridge.bad-request' },
    });
    rig.s3.deny({ action: 's3:ListBucketVersions' });
    await expect(page({ kind: 'object', key: 'a' })).rejects.toMatchObject({
      error: { code: 's3.access-denied', params: { action: 's3:ListBucketVersions' } },
    });
  });

  it('are compared line by line, packed ones too', async () => {
    const ids = async (key: string) =>
      (await page({ kind: 'object', key })).versions.map(({ versionId }) => versionId);
    const compare = async (key: string) => {
      const [newer = '', older = ''] = await ids(key);
      const ask = { at: rig.at('versioned'), key, older, newer };
      return new VersionComparison(rig.calls).compare(ask, NEVER);
    };
    put('a.txt', 'one\ntwo\nthree\n', 1);
    put('a.txt', 'one\r\n2\r\nthree\r\nfour', 2);
    expect(await compare('a.txt')).toEqual({
      lines: [
        { kind: 'same', text: 'one', before: 1, after: 1 },
        { kind: 'removed', text: 'two', before: 2 },
        { kind: 'added', text: '2', after: 2 },
        { kind: 'same', text: 'three', before: 3, after: 3 },
        { kind: 'added', text: 'four', after: 4 },
      ],
      added: 2,
      removed: 1,
      partial: false,
    });
    put('a.gz', gzipSync('x\n'), 1);
    put('a.gz', gzipSync('x\ny\n'), 2);
    expect(await compare('a.gz')).toMatchObject({ added: 1, removed: 0 });
    put('a.bin', Buffer.from([0, 1, 2]), 1);
    put('a.bin', 'text', 2);
    await expect(compare('a.bin')).rejects.toMatchObject({ error: { code: 'preview.unreadable' } });
    put('long', 'old line\n'.repeat(200_000), 1);
    put('long', `${'old line\n'.repeat(200_000)}new`, 2);
    expect(await compare('long')).toMatchObject({ added: 0, removed: 0, partial: true });
  });
});

describe('an object’s details', () => {
  const details = (key: string, bucket = 'virginia', versionId?: string) =>
    new ObjectFacts(rig.calls).details({ at: rig.at(bucket), key, versionId }, NEVER);

  it('are read from the stand-in', async () => {
    rig.s3.store.put('virginia', 'a/b.txt', 'hello', {
      contentType: 'text/plain',
      metadata: { author: 'Ada' },
      lastModified: START,
    });
    expect(await details('a/b.txt')).toMatchObject({
      key: 'a/b.txt',
      size: 5,
      modified: START,
      etag: '5d41402abc4b2a76b9719d911017c592',
      storageClass: 'STANDARD',
      contentType: 'text/plain',
      metadata: [{ key: 'author', value: 'Ada' }],
    });
  });

  it('have tags, owner, checksums, retention and legal hold, each asked for by itself', async () => {
    const Bucket = 'locked';
    const until = new Date(Date.now() + DAY);
    until.setMilliseconds(0);
    await send(async (client) => {
      await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: 'k',
          Body: 'x',
          Tagging: 'a=b&c=d%20e',
          ChecksumAlgorithm: 'SHA256',
          ObjectLockMode: 'GOVERNANCE',
          ObjectLockRetainUntilDate: until,
          ObjectLockLegalHoldStatus: 'ON',
        }),
      );
      await client.send(new PutObjectCommand({ Bucket, Key: 'plain', Body: 'x' }));
    });
    const locked = await details('k', Bucket);
    expect(locked).toMatchObject({
      tags: {
        state: 'known',
        value: [
          { key: 'a', value: 'b' },
          { key: 'c', value: 'd e' },
        ],
      },
      owner: { state: 'known' },
      checksums: { state: 'known', value: [{ algorithm: 'SHA256', type: 'FULL_OBJECT' }] },
      lock: { state: 'known', value: { mode: 'GOVERNANCE', until: until.getTime() } },
      legalHold: { state: 'known', value: true },
    });
    expect(await details('plain', Bucket)).toMatchObject({
      tags: { state: 'none' },
      lock: { state: 'none' },
      legalHold: { state: 'none' },
    });
    rig.s3.store.put('virginia', 'plain', 'x');
    expect(await details('plain')).toMatchObject({ lock: { state: 'none' }, legalHold: { state: 'none' } });
    rig.s3.deny({ action: 's3:GetObjectTagging' });
    expect(await details('plain')).toMatchObject({
      tags: {
        state: 'failed',
        error: { params: { action: 's3:GetObjectTagging', resource: 'arn:aws:s3:::virginia/plain' } },
      },
      owner: { state: 'known' },
    });
  });

  it('say that a version is a delete marker, and that there is no such object', async () => {
    put('gone', 'x');
    rig.s3.store.deleteMarker('versioned', 'gone', START + DAY);
    const scope = { kind: 'object', key: 'gone' } as const;
    const { versions } = await new ObjectVersions(rig.calls).page({ at: rig.at('versioned'), scope }, NEVER);
    const [marker, version] = versions;
    await expect(details('gone', 'versioned')).rejects.toMatchObject({ error: { code: 's3.delete-marker' } });
    await expect(details('gone', 'versioned', marker?.versionId)).rejects.toMatchObject({
      error: { code: 's3.delete-marker' },
    });
    expect(await details('gone', 'versioned', version?.versionId)).toMatchObject({ size: 1 });
    await expect(details('never')).rejects.toMatchObject({ error: { code: 's3.no-such-object' } });
  });

  it('are read from S3’s headers and documents, each part by itself', async () => {
    const path = '/b/k?versionId=v1';
    const scripted = await startScriptedS3({
      [`HEAD ${path}`]: {
        headers: {
          'content-length': '7',
          'content-type': 'application/gzip',
          'content-encoding': 'gzip',
          'cache-control': 'max-age=60',
          etag: '"0123456789abcdef0123456789abcdef-3"',
          'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
          'x-amz-version-id': 'v1',
          'x-amz-storage-class': 'GLACIER',
          'x-amz-restore': 'ongoing-request="false", expiry-date="Fri, 02 Jan 2026 00:00:00 GMT"',
          'x-amz-expiration': 'expiry-date="Sat, 03 Jan 2026 00:00:00 GMT", rule-id="clean%20up"',
          'x-amz-server-side-encryption': 'aws:kms',
          'x-amz-server-side-encryption-aws-kms-key-id': 'arn:k',
          'x-amz-server-side-encryption-bucket-key-enabled': 'true',
          'x-amz-replication-status': 'COMPLETED',
          'x-amz-checksum-crc64nvme': 'AAAAAAAAAAA=',
          'x-amz-checksum-type': 'FULL_OBJECT',
          'x-amz-object-lock-mode': 'COMPLIANCE',
          'x-amz-object-lock-retain-until-date': '2026-02-01T00:00:00.000Z',
          'x-amz-meta-name': '=?UTF-8?B?44Oh44Oi?= =?UTF-8?Q?_=C3=A9?=',
        },
      },
      'GET /b/k?tagging&versionId=v1': {
        body: '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>',
      },
      'GET /b/k?acl&versionId=v1': errorAnswer(403, 'AccessDenied'),
      'GET /b/k?legal-hold&versionId=v1': errorAnswer(404, 'NoSuchObjectLockConfiguration'),
    });
    await rig.close();
    rig = await startS3Rig(scripted.url);
    expect(await details('k', 'b', 'v1')).toEqual({
      key: 'k',
      size: 7,
      modified: START,
      etag: '0123456789abcdef0123456789abcdef-3',
      uploadedParts: 3,
      versionId: 'v1',
      storageClass: 'GLACIER',
      contentType: 'application/gzip',
      headers: [
        { key: 'cache-control', value: 'max-age=60' },
        { key: 'content-encoding', value: 'gzip' },
      ],
      metadata: [{ key: 'name', value: 'メモ é' }],
      encryption: { algorithm: 'aws:kms', keyId: 'arn:k', bucketKey: true },
      replication: 'COMPLETED',
      restore: { state: 'restored', until: START + DAY },
      expiration: { at: START + 2 * DAY, rule: 'clean up' },
      checksums: {
        state: 'known',
        value: [{ algorithm: 'CRC64NVME', value: 'AAAAAAAAAAA=', type: 'FULL_OBJECT' }],
      },
      tags: { state: 'known', value: [{ key: 'a', value: 'b' }] },
      owner: {
        state: 'failed',
        error: {
          code: 's3.access-denied',
          params: { action: 's3:GetObjectVersionAcl', resource: 'arn:aws:s3:::b/k' },
          technical: 'AccessDenied · 403',
        },
      },
      lock: { state: 'known', value: { mode: 'COMPLIANCE', until: Date.UTC(2026, 1, 1) } },
      legalHold: { state: 'none' },
    });
    await scripted.close();
  });
});

describe('incomplete uploads', () => {
  const uploads = () => new IncompleteUploads(rig.calls);
  const at = () => rig.at('virginia');

  it('are listed below a prefix, measured, and aborted once and for all', async () => {
    for (const key of ['a/one +%', 'a/two', 'b']) {
      await send((client) => client.send(new CreateMultipartUploadCommand({ Bucket: 'virginia', Key: key })));
    }
    const { uploads: found, next } = await uploads().page({ at: at(), prefix: 'a/' }, NEVER);
    expect(found.map(({ key }) => key)).toEqual(['a/one +%', 'a/two']);
    expect(next).toBeUndefined();
    const [first] = found;
    if (first === undefined) throw new Error('no upload');
    const { key, uploadId } = first;
    for (const part of [1, 2, 3]) {
      const command = { Bucket: 'virginia', Key: key, UploadId: uploadId, PartNumber: part };
      await send((client) => client.send(new UploadPartCommand({ ...command, Body: 'x'.repeat(part) })));
    }
    expect(await uploads().parts({ at: at(), key, uploadId }, NEVER)).toEqual({ parts: 3, bytes: 6 });
    expect(await uploads().abort({ at: at(), key, uploadId }, NEVER)).toEqual({});
    expect(await uploads().abort({ at: at(), key, uploadId }, NEVER)).toEqual({});
    const left = await uploads().page({ at: at(), prefix: '' }, NEVER);
    expect(left.uploads.map((upload) => upload.key)).toEqual(['a/two', 'b']);
  });

  it('come page by page', async () => {
    const command = { Bucket: 'virginia', Key: 'many/0' };
    await send((client) => client.send(new CreateMultipartUploadCommand(command)));
    const stored = rig.s3.store.bucket('virginia').uploads;
    const [upload] = stored.values();
    if (upload === undefined) throw new Error('no upload');
    for (let index = 1; index < 1_005; index += 1) {
      const uploadId = `${upload.uploadId}.${index}`;
      stored.set(uploadId, { ...upload, uploadId, key: `many/${index % 10}` });
    }
    const first = await uploads().page({ at: at(), prefix: 'many/' }, NEVER);
    const second = await uploads().page({ at: at(), prefix: 'many/', next: first.next }, NEVER);
    const ids = [...first.uploads, ...second.uploads].map(({ uploadId }) => uploadId);
    expect(new Set(ids).size).toBe(1_005);
    expect(second.next).toBeUndefined();
  });
});

describe('completing a location', () => {
  const complete = (text: string) =>
    new LocationCompletion(rig.calls).complete({ at: rig.at('virginia'), text }, NEVER);

  it('offers folders and objects one level down, in S3’s order', async () => {
    for (const key of ['logs/', 'logs/2025/a', 'logs/2026/b', 'logs/index', 'logs-old', 'lost +%']) {
      rig.s3.store.put('virginia', key, '');
    }
    expect(await complete('lo')).toEqual({ keys: ['logs-old', 'logs/', 'lost +%'] });
    expect(await complete('logs/')).toEqual({ keys: ['logs/2025/', 'logs/2026/', 'logs/index'] });
    expect(await complete('nothing')).toEqual({ keys: [] });
  });

  it('offers twenty at most, in one call', async () => {
    for (let index = 0; index < 40; index += 1) rig.s3.store.put('virginia', `k${index}`, '');
    expect((await complete('k')).keys).toHaveLength(20);
    expect(rig.operations()).toEqual(['ListObjectsV2']);
  });
});
