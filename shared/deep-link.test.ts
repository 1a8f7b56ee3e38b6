import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Overview } from './contract.ts';
import { followDeepLink, formatDeepLink, parseDeepLink, resolveDeepLink } from './deep-link.ts';

const START = 'https://acme.awsapps.com/start';
const facts = { accountId: '111122223333', roleName: 'ReadOnly', startUrl: START };
const prod = { kind: 'profile', profile: 'prod-ro' } as const;

function overview(profiles: readonly (readonly [string, string, string])[]): Overview {
  const file = { path: '', exists: true };
  const session = (name: string, startUrl: string, own: typeof profiles) => ({
    id: `sso-session:${name}`,
    kind: 'sso-session' as const,
    name,
    startUrl,
    region: 'eu-west-1',
    registrationScopes: [],
    status: { state: 'signed-out', reason: 'never' } as const,
    profiles: own.map(([profile, accountId, roleName]) => ({
      name: profile,
      kind: 'sso' as const,
      accountId,
      roleName,
    })),
  });
  return {
    files: { config: file, credentials: file },
    sessions: [
      session('other', 'https://other.awsapps.com/start', []),
      session('acme', `${START}/#/`, profiles),
    ],
    drafts: [],
    otherProfiles: [],
    problems: [],
    vault: { storage: 'keychain' },
  };
}

const link = formatDeepLink({ target: prod, bucket: 'invoices', prefix: '2026/a b/' }, facts);
const parsed = () => {
  const found = parseDeepLink(link);
  if (found === undefined) throw new Error(`not a link: ${link}`);
  return found;
};

describe('deep links', () => {
  it('are readable, and say who looks', () => {
    expect(link).toBe(
      'bucket-porter://open?uri=s3://invoices/2026/a%20b/&account=111122223333&role=ReadOnly' +
        '&start-url=https://acme.awsapps.com/start&profile=prod-ro',
    );
    expect(parsed()).toEqual({
      location: { bucket: 'invoices', key: '2026/a b/' },
      account: '111122223333',
      role: 'ReadOnly',
      startUrl: START,
      profile: 'prod-ro',
    });
  });

  it('bring back every key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (key) => {
        const text = formatDeepLink({ target: prod, bucket: 'invoices', prefix: '' }, facts, key);
        expect(parseDeepLink(text)?.location).toEqual({ bucket: 'invoices', key });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    'bucket-porter://open',
    'bucket-porter://open?uri=',
    'bucket-porter://other?uri=s3://invoices',
    'https://open?uri=s3://invoices',
    'bucket-porter://open?uri=s3://%ff',
    `bucket-porter://open?uri=s3://invoices/${'a'.repeat(20_000)}`,
  ])('are not %j', (text) => {
    expect(parseDeepLink(text)).toBeUndefined();
  });

  it('leave out what can’t be an account, role or start URL', () => {
    const text =
      'bucket-porter://open/?uri=s3://invoices&account=12&role=a/b&start-url=http://x&token=secret#frag';
    expect(parseDeepLink(text)).toEqual({ location: { bucket: 'invoices', key: '' } });
  });
});

describe('resolveDeepLink', () => {
  it('takes the profile of that name where it stands for that role', () => {
    const home = overview([
      ['a', '111122223333', 'ReadOnly'],
      ['prod-ro', '111122223333', 'ReadOnly'],
    ]);
    expect(resolveDeepLink(parsed(), home)).toEqual({
      target: prod,
      bucket: 'invoices',
      prefix: '2026/a b/',
    });
  });

  it('takes another profile of that role rather than one of that name for another', () => {
    const home = overview([
      ['prod-ro', '999999999999', 'ReadOnly'],
      ['mine', '111122223333', 'ReadOnly'],
    ]);
    expect(resolveDeepLink(parsed(), home)?.target).toEqual({ kind: 'profile', profile: 'mine' });
  });

  it('takes the role in the portal where no profile stands for it', () => {
    expect(resolveDeepLink(parsed(), overview([]))?.target).toEqual({
      kind: 'role',
      sessionId: 'sso-session:acme',
      accountId: '111122223333',
      roleName: 'ReadOnly',
    });
  });

  it('leads nowhere for another organisation', () => {
    const { startUrl: _, ...elsewhere } = parsed();
    expect(resolveDeepLink(elsewhere, overview([]))).toBeUndefined();
    expect(followDeepLink('bucket-porter://open?uri=s3://a-bucket/', overview([]))).toMatchObject({
      kind: 'failed',
      error: { code: 'link.no-such-role' },
    });
    expect(followDeepLink('bucket-porter://open?uri=', overview([]))).toMatchObject({
      error: { code: 'link.not-understood' },
    });
  });

  it('opens the folder of an object', () => {
    const text = formatDeepLink({ target: prod, bucket: 'invoices', prefix: '' }, facts, 'a/b.txt');
    expect(followDeepLink(text, overview([['prod-ro', '111122223333', 'ReadOnly']]))).toMatchObject({
      kind: 'place',
      place: { prefix: 'a/' },
      key: 'a/b.txt',
    });
  });
});
