import { gunzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { settingText } from '../store/bucket-settings.ts';
import { listPage } from '../store/list-page.ts';
import { ACME_ACCOUNTS, SAMPLE_BUCKETS } from './buckets.ts';
import { OBSERVABILITY_BUCKET } from './observability.ts';
import { seedAcme } from './seed-acme.ts';
import { SAMPLE_SETTINGS } from './settings.ts';
import { STORAGE_CLASSES } from '../store/object-record.ts';
import { isDeleteMarker, versionIdOf } from '../store/object-version.ts';
import { restoreState } from '../store/restore.ts';
import { S3Store } from '../store/s3-store.ts';
import { LONG_LIVED, startSeededS3 } from '../testing/seeded-stand-in.ts';
import { sendSigned } from '../testing/signed-request.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
let store: S3Store;
beforeAll(() => {
  store = new S3Store();
  seedAcme(store, NOW);
});

test('nine, seven and twelve buckets in four regions, from 2014 to 2026', () => {
  const { production, development, data } = ACME_ACCOUNTS;
  expect([production, development, data].map((account) => store.bucketsOf(account).length)).toEqual([
    9, 7, 12,
  ]);
  const regions = new Set(SAMPLE_BUCKETS.map((bucket) => bucket.region));
  expect([...regions].toSorted()).toEqual(['ap-northeast-1', 'ap-northeast-3', 'eu-west-1', 'us-east-1']);
  const years = SAMPLE_BUCKETS.map((bucket) => new Date(bucket.createdAt).getUTCFullYear());
  expect([Math.min(...years), Math.max(...years)]).toEqual([2014, 2026]);
  expect(SAMPLE_BUCKETS.filter((bucket) => bucket.name.length === 63)).toHaveLength(3);
  for (const { name } of SAMPLE_BUCKETS) expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
});

test('no version is older than its bucket or younger than the samples, and no key is too long', () => {
  const newest = Date.parse('2026-11-24T12:00:00Z');
  const wrong: string[] = [];
  for (const { name, createdAt } of SAMPLE_BUCKETS) {
    for (const versions of store.bucket(name).history.from('', 'at')) {
      for (const version of versions) {
        const { key, lastModified } = version;
        const isDated = lastModified >= Date.parse(createdAt) && lastModified <= newest;
        const isClassed = isDeleteMarker(version) || STORAGE_CLASSES.has(version.storageClass);
        if (!isDated || !isClassed || Buffer.byteLength(key) > 1024) wrong.push(`${name}/${key}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('hundreds of objects, with Japanese, emoji, spaces, depth and an archive among them', () => {
  const all = SAMPLE_BUCKETS.flatMap(({ name }) => [...store.bucket(name).objects.values()]);
  expect(all.length).toBeGreaterThan(120_900);
  const keys = all.map((object) => object.key);
  for (const pattern of [/[ぁ-ん]/, /🚀/, / /, /(.*\/){6}/, /\/\//, /\/$/, /%/, /\+/]) {
    expect(
      keys.some((key) => pattern.test(key)),
      String(pattern),
    ).toBe(true);
  }
  expect(new Set(all.map((object) => object.storageClass)).size).toBeGreaterThanOrEqual(6);
});

test('a folder of 120,000 keys beside a tree of dates and hours', () => {
  const { objects } = store.bucket(OBSERVABILITY_BUCKET);
  const query = { delimiter: '/', maxKeys: 1000 };
  expect(objects.size).toBe(120_000 + 60 * 24);
  expect(listPage(objects, { ...query, prefix: '' }).commonPrefixes).toEqual(['metrics/', 'traces/']);
  expect(listPage(objects, { ...query, prefix: 'metrics/year=2026/month=10/' }).commonPrefixes).toHaveLength(
    31,
  );
});

test('a website with a history: versions, markers, one of them alone', () => {
  const { history } = store.bucket('acme-www.acme.example');
  const story = (key: string) =>
    history.of(key).map((version) => (isDeleteMarker(version) ? 'marker' : versionIdOf(version).length));
  expect(story('index.html')).toEqual([32, 32, 32, 32, 'null'.length]);
  expect(story('sale.html')).toEqual(['marker', 32, 'marker', 32]);
  expect(story('drafts/about-us.html')).toEqual(['marker']);
  const dates = history.of('index.html').map((version) => version.lastModified);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  expect(store.bucket('acme-dev-terraform-state').history.of('cluster/terraform.tfstate')).toHaveLength(14);
});

test('the support case has files that can be read', async () => {
  const bytes = (name: string) => {
    const object = store.get('acme-customer-uploads', `case-2481/${name}`);
    return object?.content.read(0, object.size) ?? Buffer.alloc(0);
  };
  const text = (name: string) => bytes(name).toString('utf8');
  expect(JSON.parse(text('settings.json'))).toHaveProperty('tenant');
  expect(
    text('events.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toHaveLength(300);
  expect(text('orders.csv')).toContain(',"Dunder, Ltd.",');
  expect(gunzipSync(bytes('server.log.gz')).toString()).toMatch(/ERROR request=[0-9a-f]{8}/);
  expect(new TextDecoder('shift_jis').decode(bytes('2026年11月のメモ.txt'))).toBe('注文が二重です。\r\n');
  const parquet = bytes('orders.parquet');
  const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file, rowStart: 1990, rowEnd: 2000 });
  expect(rows).toHaveLength(10);
  expect(rows[0]).toMatchObject({ id: 701_990n, at: expect.any(Date) as Date });
});

test('odd keys of every kind, three of them as long as can be', () => {
  const keys = [...store.bucket('acme-odd-keys').objects.values()].map((object) => object.key);
  expect(keys.filter((key) => Buffer.byteLength(key) === 1024)).toHaveLength(3);
  expect(keys).toEqual(expect.arrayContaining(['/', '//', '..', 'nul\u0000', 'both', 'both/', '__proto__']));
});

test('locked and tagged records, restored backups, unfinished uploads, a bucket whose readers pay', () => {
  const records = [...store.bucket('acme-gdpr-erasure-audit').objects.values()];
  expect(records.filter((record) => record.retention?.mode === 'COMPLIANCE')).toHaveLength(36);
  expect(records.filter((record) => record.legalHold)).toHaveLength(1);
  expect(records.some((record) => (record.tags?.length ?? 0) > 1)).toBe(true);
  const restored = [...store.bucket('acme-backups-osaka').objects.values()].filter(
    (object) => object.restore,
  );
  expect(restored.map((object) => restoreState(object, NOW))).toEqual(['restored', 'ongoing']);
  const uploads = SAMPLE_BUCKETS.flatMap(({ name }) => [...store.bucket(name).uploads.values()]);
  expect(uploads).toHaveLength(8);
  const { settings, sharedWith } = store.bucket('open-weather-archive');
  expect(settingText(settings, 'requestPayment', 'Payer')).toBe('Requester');
  expect([...sharedWith]).toEqual(Object.values(ACME_ACCOUNTS));
});

test('every setting of the samples is one that the API takes', async () => {
  const { s3, credentials } = await startSeededS3();
  seedAcme(s3.store, NOW);
  for (const [bucket, { settings = {}, policy }] of Object.entries(SAMPLE_SETTINGS)) {
    const { region, accountId } = s3.store.bucket(bucket);
    credentials.set(LONG_LIVED.accessKeyId, { ...LONG_LIVED, accountId, roleName: 'Administrator' });
    const present = Object.entries(settings).filter(([, content]) => content !== null);
    for (const name of [...present.map(([setting]) => setting), ...(policy ? ['policy'] : [])]) {
      const about = { path: `/${bucket}`, query: `${name}=`, region };
      const got = await sendSigned(s3, about);
      expect(got.status, `${bucket} ${name}`).toBe(200);
      const headers = { 'content-length': String(Buffer.byteLength(got.body)) };
      const put = await sendSigned(s3, { ...about, method: 'PUT', headers }, {}, got.body);
      expect(put.status, `${bucket} ${name}: ${put.body}`).toBeLessThan(300);
    }
  }
  await s3.close();
});
