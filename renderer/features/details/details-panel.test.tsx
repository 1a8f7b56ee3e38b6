import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appError } from '../../../shared/app-error.ts';
import type { RequestName } from '../../../shared/contract.ts';
import type { BucketDetails } from '../../../shared/bucket-details.ts';
import type { ObjectDetails } from '../../../shared/object-details.ts';
import { renderWithHost } from '../../testing/render.tsx';
import { DetailsPanel, type DetailsPanelProps } from './details-panel.tsx';

afterEach(cleanup);

const AT = { target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'invoices' } as const;
const denied = (action: string) =>
  ({
    state: 'failed',
    error: appError('s3.access-denied', { action, resource: 'arn:aws:s3:::invoices' }),
  }) as const;

const OBJECT: ObjectDetails = {
  key: '2026/a.json',
  size: 12_104_233,
  storageClass: 'GLACIER',
  etag: 'abc-2',
  headers: [{ key: 'cache-control', value: 'no-store' }],
  metadata: [{ key: 'source', value: '<b>export</b>' }],
  checksums: { state: 'known', value: [{ algorithm: 'SHA256', value: 'c2hh', type: 'COMPOSITE' }] },
  tags: denied('s3:GetObjectTagging'),
  owner: { state: 'unsupported' },
  lock: { state: 'none' },
  legalHold: { state: 'known', value: true },
  restore: { state: 'restoring' },
};

const all = denied('s3:GetBucketPolicy');
const BUCKET: BucketDetails = {
  bucket: 'invoices',
  region: 'ap-northeast-1',
  versioning: { state: 'none' },
  encryption: all,
  publicAccess: {
    state: 'known',
    value: {
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: false,
      restrictPublicBuckets: true,
    },
  },
  policyStatus: all,
  policy: { state: 'known', value: '{"Version":"2012-10-17","Statement":[]}' },
  cors: all,
  lifecycle: { state: 'none' },
  tags: all,
  ownership: all,
  objectLock: all,
  replication: all,
  logging: all,
  website: all,
  requester: { state: 'known', value: 'Requester' },
};

let bucketNumber = 0;
/** Each test has a bucket of its own, so that nothing is left from another. */
function open(subject: DetailsPanelProps['subject'], more: Partial<DetailsPanelProps> = {}) {
  bucketNumber += 1;
  const at = { ...AT, bucket: `invoices-${bucketNumber}` };
  const ends = { onClose: vi.fn<() => void>(), onSignIn: vi.fn<() => void>() };
  return { ...renderWithHost(<DetailsPanel at={at} subject={subject} {...ends} {...more} />), ...ends };
}

type Host = ReturnType<typeof open>['host'];
async function call(host: Host, name: RequestName, count = 1) {
  await waitFor(() => expect(host.calls(name)).toHaveLength(count));
  return host.calls(name)[count - 1]?.id ?? '';
}
const fact = (name: string) =>
  [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === name)?.nextElementSibling
    ?.textContent;

describe('DetailsPanel of an object', () => {
  it('shows what is known and says in place what is not, without an alarm', async () => {
    const { host } = open({ kind: 'object', key: OBJECT.key, versionId: 'v7' });
    expect(screen.getByRole('status', { name: 'Loading details…' })).toBeTruthy();
    const id = await call(host, 'object.details');
    expect(host.calls('object.details')[0]?.params).toMatchObject({ key: '2026/a.json', versionId: 'v7' });
    act(() => host.reply(id, OBJECT));
    await screen.findByText('11.5 MB');
    expect(fact('Size')).toBe('11.5 MB (12,104,233 bytes)');
    expect(fact('Owner')).toBe('not known to this server');
    expect(fact('Object lock')).toBe('none');
    expect(fact('Legal hold')).toBe('on');
    expect(fact('Archive')).toBe('Being restored');
    expect(fact('Checksums')).toContain('SHA256 (of the parts)');
    expect(document.body.textContent).toContain('No permission: s3:GetObjectTagging');
    expect(screen.queryByRole('alert')).toBeNull();
    // What people wrote stays text.
    expect(fact('source')).toBe('<b>export</b>');
    expect(document.querySelector('dd b')).toBeNull();
  });

  it('copies a value, and shows the commands it equals', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    const { host } = open({ kind: 'object', key: OBJECT.key });
    const id = await call(host, 'object.details');
    act(() => host.reply(id, OBJECT));
    fireEvent.click(await screen.findByRole('button', { name: 'Copy ETag' }));
    await waitFor(() => expect(written).toEqual(['abc-2']));
    expect(document.body.textContent).toContain('aws s3api head-object --bucket invoices-');
    vi.unstubAllGlobals();
  });

  it('shows a refusal of the whole once, and leads to a sign-in where the session ended', async () => {
    const { host, onSignIn } = open({ kind: 'object', key: OBJECT.key });
    const first = await call(host, 'object.details');
    act(() => host.fail(first, appError('session.rejected', { session: 'acme' })));
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in again' }));
    expect(onSignIn).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    const second = await call(host, 'object.details', 2);
    act(() => host.reply(second, OBJECT));
    await screen.findByText('11.5 MB');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('holds what is shown inside, offers versions, and closes on Escape', async () => {
    const onShowVersions = vi.fn<() => void>();
    const { onClose } = open(
      { kind: 'object', key: OBJECT.key },
      { preview: <p>the inside</p>, onShowVersions },
    );
    expect(screen.getByText('the inside')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show versions' }));
    expect(onShowVersions).toHaveBeenCalledOnce();
    fireEvent.keyDown(screen.getByText('the inside'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('DetailsPanel of a bucket', () => {
  it('names each missing action compactly and shows the rest', async () => {
    const { host } = open({ kind: 'bucket' });
    const id = await call(host, 'bucket.details');
    act(() => host.reply(id, BUCKET));
    await screen.findByText('ap-northeast-1');
    expect(fact('Region')).toBe('ap-northeast-1 Asia Pacific (Tokyo)');
    expect(fact('Versioning')).toBe('Never enabled');
    expect(fact('Requester pays')).toBe('yes');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.body.textContent.match(/No permission: s3:GetBucketPolicy/g)).toHaveLength(9);
    const blocks = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(blocks).toContain('Block new public policiesoff');
    expect(blocks).toContain('Ignore public ACLson');
    expect(screen.getByLabelText('Bucket policy').textContent).toBe(
      '{\n  "Version": "2012-10-17",\n  "Statement": []\n}',
    );
  });
});

describe('DetailsPanel of a folder', () => {
  it('says what a folder is and asks for nothing', () => {
    const { host } = open({ kind: 'folder', prefix: 'a/b c/' });
    expect(screen.getByRole('heading', { name: 'b c/' })).toBeTruthy();
    expect(fact('Prefix')).toBe('a/b c/');
    expect(host.sent.filter(({ type }) => type === 'call')).toEqual([]);
  });
});
