import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test as baseTest } from 'vitest';
import { rawRequest } from '../testing/raw-request.ts';
import {
  DEVELOPMENT,
  PRODUCTION,
  type S3UnderTest,
  startS3UnderTest,
  TEMPORARY,
} from '../testing/s3-under-test.ts';
import { findCommand, type FoundCommand } from './find-command.ts';
import { type CommandResult, outputOf, runCommand } from './run-command.ts';

const BIG = randomBytes(9 * 1024 * 1024);
const ODD_NAME = 'Ångström & 日本 🚀 (1) + 100%.txt';

const [aws, rclone, s3cmd] = await Promise.all([
  findCommand('aws', /aws-cli\/2/),
  findCommand('rclone'),
  findCommand('s3cmd'),
]);

/** Holds the files that are sent; what comes back gets its own name in it. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-conformance-'));
  await writeFile(join(folder, 'big.bin'), BIG);
  await writeFile(join(folder, ODD_NAME), 'odd');
  await mkdir(join(folder, '.aws'));
  // Version 1 presigns with SigV2 for us-east-1 unless told not to; version 2 knows nothing else.
  await writeFile(join(folder, '.aws/config'), '[default]\ns3 =\n    signature_version = s3v4\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** Every test has a stand-in of its own, so that they can run at once: interpreters take most of a second to start. */
const test = baseTest.extend<{ under: S3UnderTest }>({
  // Vitest reads off the first parameter what a fixture needs.
  under: async ({ task: _task }, use) => {
    const under = await startS3UnderTest();
    await use(under);
    await under.close();
  },
});
const options = { concurrent: true, timeout: 180_000 };

/** Where a client is missing, the reason stands in the name of what is skipped. */
function named(name: string, command: FoundCommand | undefined): string {
  return command === undefined ? `${name} (skipped: not found on PATH)` : `${name} (${command.version})`;
}

function stored({ s3 }: S3UnderTest, bucket: string, key: string): Buffer | undefined {
  const object = s3.store.get(bucket, key);
  return object?.content.read(0, object.size);
}

const operations = ({ s3 }: S3UnderTest) => s3.calls.map((call) => call.operation);

describe.skipIf(aws === undefined)(named('aws', aws), options, () => {
  function run(under: S3UnderTest, args: readonly string[], credentials = TEMPORARY): Promise<CommandResult> {
    return runCommand(aws?.path ?? '', ['--endpoint-url', under.s3.url, ...args], {
      cwd: folder,
      env: {
        HOME: folder,
        AWS_ACCESS_KEY_ID: credentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        AWS_SESSION_TOKEN: credentials.sessionToken,
        AWS_DEFAULT_REGION: 'us-east-1',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_MAX_ATTEMPTS: '1',
      },
    });
  }
  const output = async (under: S3UnderTest, ...args: string[]) => outputOf(await run(under, args));

  test('lists buckets and objects', async ({ under }) => {
    const lastModified = Date.UTC(2026, 1, 3, 4, 5, 6);
    under.s3.store.put('virginia', 'docs/1', { size: 1234, lastModified });
    under.s3.store.put('virginia', ODD_NAME, { size: 5, lastModified });
    const buckets = await output(under, 's3', 'ls');
    expect([...buckets.matchAll(/^[-0-9]{10} [:0-9]{8} (.*)$/gm)].map(([, name]) => name)).toEqual([
      'ireland',
      'virginia',
    ]);
    expect(await output(under, 's3', 'ls', 's3://virginia')).toBe(
      `                           PRE docs/\n2026-02-03 04:05:06          5 ${ODD_NAME}\n`,
    );
  });

  test('copies there and back in parts', async ({ under }) => {
    await output(under, 's3', 'cp', 'big.bin', 's3://virginia/a folder/big.bin');
    expect(operations(under)).toContain('CompleteMultipartUpload');
    expect(stored(under, 'virginia', 'a folder/big.bin')?.equals(BIG)).toBe(true);
    await output(under, 's3', 'cp', 's3://virginia/a folder/big.bin', 'aws-back.bin');
    expect((await readFile(join(folder, 'aws-back.bin'))).equals(BIG)).toBe(true);
  });

  test('copies an odd name, and presigns a URL for it', async ({ under }) => {
    await output(under, 's3', 'cp', ODD_NAME, 's3://virginia/');
    expect(stored(under, 'virginia', ODD_NAME)?.toString()).toBe('odd');
    const presigned = await output(under, 's3', 'presign', `s3://virginia/${ODD_NAME}`, '--expires-in', '60');
    const { pathname, search } = new URL(presigned.trim());
    expect(search).toContain('X-Amz-Algorithm=AWS4-HMAC-SHA256');
    expect((await rawRequest({ port: under.s3.port, path: pathname + search })).body).toBe('odd');
  });

  for (const mode of ['301', '400'] as const) {
    test(`finds its way to another region after a ${mode}`, async ({ under }) => {
      under.s3.store.put('ireland', 'key', 'content');
      under.s3.knobs.regionMismatch = mode;
      expect(await output(under, 's3', 'cp', 's3://ireland/key', '-')).toBe('content');
      expect(under.s3.calls[0]?.status).toBe(Number(mode));
    });
  }

  test('keeps versions, deletes and brings back', async ({ under }) => {
    const api = async (operation: string, ...args: string[]) => {
      const about = ['--bucket', 'virginia', ...args, '--output', 'json'];
      return JSON.parse((await output(under, 's3api', operation, ...about)) || '{}') as unknown;
    };
    await api('put-bucket-versioning', '--versioning-configuration', 'Status=Enabled');
    expect(await api('get-bucket-versioning')).toEqual({ Status: 'Enabled' });
    await output(under, 's3', 'cp', ODD_NAME, 's3://virginia/a/odd & name');
    under.s3.store.put('virginia', 'a/odd & name', 'second');
    await output(under, 's3', 'rm', 's3://virginia/a/odd & name');
    const listed = await api('list-object-versions', '--prefix', 'a/', '--page-size', '1');
    expect(listed).toMatchObject({
      Versions: [
        { Key: 'a/odd & name', Size: 6, IsLatest: false },
        { Key: 'a/odd & name', Size: 3, IsLatest: false },
      ],
      DeleteMarkers: [{ Key: 'a/odd & name', IsLatest: true }],
    });
    const { VersionId } = (listed as { DeleteMarkers: { VersionId: string }[] }).DeleteMarkers[0] ?? {};
    const ofMarker = ['--key', 'a/odd & name', '--version-id', VersionId ?? ''];
    expect(await api('delete-object', ...ofMarker)).toEqual({ DeleteMarker: true, VersionId });
    expect(await output(under, 's3', 'cp', 's3://virginia/a/odd & name', '-')).toBe('second');
  });

  test('reads tags, attributes and settings, and says which are missing', async ({ under }) => {
    const api = (operation: string, ...args: string[]) =>
      run(under, ['s3api', operation, '--bucket', 'virginia', ...args, '--output', 'json']);
    const json = async (operation: string, ...args: string[]) =>
      JSON.parse(outputOf(await api(operation, ...args))) as unknown;
    under.s3.store.put('virginia', 'key', 'content', { tags: { a: '1' }, checksum: 'CRC32' });
    expect(await json('get-object-tagging', '--key', 'key')).toEqual({ TagSet: [{ Key: 'a', Value: '1' }] });
    const asked = ['--key', 'key', '--object-attributes', 'ObjectSize', 'Checksum'];
    expect(await json('get-object-attributes', ...asked)).toMatchObject({ ObjectSize: 7 });
    expect(await json('get-public-access-block')).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    });
    expect((await api('get-bucket-policy')).stderr).toContain('(NoSuchBucketPolicy) when calling');
    expect((await api('get-bucket-lifecycle-configuration')).stderr).toContain(
      '(NoSuchLifecycleConfiguration)',
    );
  });

  test('pays for what it reads of others, when told to', async ({ under }) => {
    const { store } = under.s3;
    const others = { name: 'others', region: 'us-east-1', accountId: DEVELOPMENT };
    store.createBucket({ ...others, sharedWith: [PRODUCTION] });
    store.configure(
      'others',
      'requestPayment',
      '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>',
    );
    store.put('others', 'key', 'x');
    expect((await run(under, ['s3', 'ls', 's3://others'])).stderr).toContain('(AccessDenied)');
    expect(await output(under, 's3', 'ls', 's3://others', '--request-payer', 'requester')).toContain(' key');
  });

  test('says what S3 says of an expired session', async ({ under }) => {
    const expiresAt = Date.now() - 1;
    under.credentials.set(TEMPORARY.accessKeyId, {
      ...TEMPORARY,
      expiresAt,
      accountId: PRODUCTION,
      roleName: 'Developer',
    });
    const { status, stderr } = await run(under, ['s3', 'ls']);
    expect(status).not.toBe(0);
    expect(stderr).toContain('An error occurred (ExpiredToken) when calling the ListBuckets operation');
  });
});

describe.skipIf(rclone === undefined)(named('rclone', rclone), options, () => {
  async function output(under: S3UnderTest, ...args: string[]): Promise<string> {
    const env = {
      HOME: folder,
      RCLONE_CONFIG: join(folder, 'no-rclone.conf'),
      RCLONE_CONFIG_IT_TYPE: 's3',
      // Told that it is AWS, rclone would put the bucket in front of the address.
      RCLONE_CONFIG_IT_PROVIDER: 'Other',
      RCLONE_CONFIG_IT_LIST_VERSION: '2',
      RCLONE_CONFIG_IT_LIST_URL_ENCODE: 'true',
      RCLONE_CONFIG_IT_ENDPOINT: under.s3.url,
      RCLONE_CONFIG_IT_REGION: 'us-east-1',
      RCLONE_CONFIG_IT_ACCESS_KEY_ID: TEMPORARY.accessKeyId,
      RCLONE_CONFIG_IT_SECRET_ACCESS_KEY: TEMPORARY.secretAccessKey,
      RCLONE_CONFIG_IT_SESSION_TOKEN: TEMPORARY.sessionToken,
      RCLONE_CONFIG_IT_NO_CHECK_BUCKET: 'true',
      // Below the size of the big file, so that it goes in parts.
      RCLONE_S3_UPLOAD_CUTOFF: '6M',
      RCLONE_RETRIES: '1',
      RCLONE_LOW_LEVEL_RETRIES: '1',
    };
    return outputOf(await runCommand(rclone?.path ?? '', args, { cwd: folder, env }));
  }

  test('copies, lists, checks, moves and deletes', async ({ under }) => {
    const names = ['--include', 'big.bin', '--include', ODD_NAME];
    await output(under, 'copy', '.', 'it:virginia/in', ...names);
    expect(operations(under)).toContain('CompleteMultipartUpload');
    const listed = await output(under, 'lsf', '-R', 'it:virginia');
    expect(listed.trimEnd().split('\n').toSorted()).toEqual(
      ['in/', 'in/big.bin', `in/${ODD_NAME}`].toSorted(),
    );
    await output(under, 'check', '--download', '.', 'it:virginia/in', ...names);
    await output(under, 'copy', 'it:virginia/in', 'rclone-back');
    expect(await readdir(join(folder, 'rclone-back'))).toHaveLength(2);
    expect((await readFile(join(folder, 'rclone-back/big.bin'))).equals(BIG)).toBe(true);
    await output(under, 'moveto', `it:virginia/in/${ODD_NAME}`, 'it:virginia/moved');
    expect(stored(under, 'virginia', 'moved')?.toString()).toBe('odd');
    expect(stored(under, 'virginia', `in/${ODD_NAME}`)).toBeUndefined();
    await output(under, 'purge', 'it:virginia/in');
    expect(stored(under, 'virginia', 'in/big.bin')).toBeUndefined();
  });

  test('shows old versions among the files', async ({ under }) => {
    const { store } = under.s3;
    store.bucket('virginia').versioning = 'Enabled';
    store.put('virginia', 'file.txt', 'one', { lastModified: Date.UTC(2026, 0, 2, 3, 4, 5) });
    store.put('virginia', 'file.txt', 'two', { lastModified: Date.UTC(2026, 0, 3) });
    store.put('virginia', 'gone.txt', 'x', { lastModified: Date.UTC(2026, 0, 2) });
    store.deleteMarker('virginia', 'gone.txt');
    expect(await output(under, 'lsf', 'it:virginia')).toBe('file.txt\n');
    expect((await output(under, 'lsf', '--s3-versions', 'it:virginia')).trimEnd().split('\n')).toEqual([
      'file-v2026-01-02-030405-000.txt',
      'file.txt',
      'gone-v2026-01-02-000000-000.txt',
    ]);
  });
});

describe.skipIf(s3cmd === undefined)(named('s3cmd', s3cmd), options, () => {
  async function output(under: S3UnderTest, ...args: string[]): Promise<string> {
    const host = `127.0.0.1:${under.s3.port}`;
    const fixed = [
      '--no-ssl',
      `--host=${host}`,
      `--host-bucket=${host}`,
      `--access_key=${TEMPORARY.accessKeyId}`,
      `--secret_key=${TEMPORARY.secretAccessKey}`,
      `--access_token=${TEMPORARY.sessionToken}`,
      '--multipart-chunk-size-mb=5',
      '--no-progress',
    ];
    return outputOf(
      await runCommand(s3cmd?.path ?? '', [...fixed, ...args], { cwd: folder, env: { HOME: folder } }),
    );
  }

  test('puts, lists, gets and deletes', async ({ under }) => {
    await output(under, 'put', 'big.bin', ODD_NAME, 's3://virginia/in/');
    expect(operations(under)).toContain('CompleteMultipartUpload');
    expect(stored(under, 'virginia', 'in/big.bin')?.equals(BIG)).toBe(true);
    expect(await output(under, 'ls', 's3://virginia/in/')).toContain(`s3://virginia/in/${ODD_NAME}`);
    await output(under, 'get', 's3://virginia/in/big.bin', 's3cmd-back.bin');
    expect((await readFile(join(folder, 's3cmd-back.bin'))).equals(BIG)).toBe(true);
    await output(under, 'del', '--recursive', '--force', 's3://virginia/in/');
    expect(under.s3.store.bucket('virginia').objects.size).toBe(0);
  });

  test('tells all about a bucket and an object', async ({ under }) => {
    under.s3.store.put('virginia', 'key', 'content', { metadata: { colour: 'teal' }, checksum: 'CRC32' });
    under.s3.store.configure(
      'virginia',
      'lifecycle',
      '<LifecycleConfiguration><Rule><ID>old</ID><Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status>' +
        '<Expiration><Days>30</Days></Expiration></Rule></LifecycleConfiguration>',
    );
    const bucket = await output(under, 'info', 's3://virginia');
    expect(bucket).toMatch(/Payer:\s+BucketOwner/);
    expect(bucket).toMatch(/Policy:\s+none/);
    expect(bucket).toMatch(/Expiration Rule: .*'30' day/);
    expect(bucket).toMatch(/ACL:.*FULL_CONTROL/);
    expect(await output(under, 'info', 's3://virginia/key')).toMatch(/x-amz-meta-colour:\s+teal/);
  });

  for (const mode of ['301', '400'] as const) {
    test(`finds its way to another region after a ${mode}`, async ({ under }) => {
      under.s3.store.put('ireland', 'key', 'content');
      under.s3.knobs.regionMismatch = mode;
      expect(await output(under, 'ls', 's3://ireland')).toContain('s3://ireland/key');
    });
  }
});
