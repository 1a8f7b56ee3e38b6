import { afterEach, describe, expect, it } from 'vitest';
import { failureShapes } from '../stand-ins/s3/index.ts';
import { ACME_SESSION } from './acme.ts';
import {
  AUDIT,
  AUDITOR,
  DEVELOPMENT,
  PRODUCTION,
  type ProfileWorld,
  STATIC_KEYS,
  refusal,
  startProfileWorld,
} from './profile-world.ts';
import { sessionState } from './test-app.ts';

const STEPPING_STONE = `arn:aws:iam::${DEVELOPMENT}:role/SteppingStone`;
const PHONE = `arn:aws:iam::${DEVELOPMENT}:mfa/phone`;
const CHAIN = `
[profile audit]
role_arn = ${AUDITOR}
source_profile = stone
external_id = acme-7
role_session_name = ana
duration_seconds = 1800
region = eu-west-1

[profile stone]
role_arn = ${STEPPING_STONE}
source_profile = prod-ro
`;
const WITH_MFA = `[profile mfa]\nrole_arn = ${AUDITOR}\nsource_profile = keys\nmfa_serial = ${PHONE}\n[profile keys]\n${STATIC_KEYS}`;

let world: ProfileWorld;
afterEach(() => world.close());

/** The stepping stone trusts production's sign-in, the auditor only the stepping stone. */
async function startChain(): Promise<void> {
  world = await startProfileWorld(CHAIN);
  world.aws.sts.roles.push(
    {
      arn: STEPPING_STONE,
      trusts: ({ accountId, roleName }) => accountId === PRODUCTION && roleName === 'ReadOnly',
    },
    { arn: AUDITOR, trusts: ({ roleName }) => roleName === 'SteppingStone', externalId: 'acme-7' },
  );
  await world.signIn();
}
const stsCalls = () => world.aws.sts.calls.length;

describe('a chain of roles', () => {
  it('begins at a sign-in of the app and ends in another account', async () => {
    await startChain();
    const page = await world.app.ask('buckets.page', { target: { kind: 'profile', profile: 'audit' } });
    expect(page).toMatchObject({ accountId: AUDIT, buckets: [{ name: 'audit-trail' }] });
    expect(world.aws.sts.calls).toMatchObject([
      { operation: 'AssumeRole', region: 'eu-west-1', params: { RoleArn: STEPPING_STONE } },
      {
        operation: 'AssumeRole',
        params: {
          RoleArn: AUDITOR,
          ExternalId: 'acme-7',
          RoleSessionName: 'ana',
          DurationSeconds: '1800',
        },
      },
    ]);
    const activity = await world.app.until(
      'activity',
      ([latest]) => latest?.action === 'list-buckets' && latest.outcome === 'ok',
    );
    expect(activity[0]).toMatchObject({ command: 'aws s3 ls --profile audit', calls: 4 });
  });

  it('asks for no code any more when its session is signed out', async () => {
    world = await startProfileWorld(CHAIN.replace('source_profile = prod-ro', `$&\nmfa_serial = ${PHONE}`));
    await world.signIn();
    const asked = world.app.call('buckets.page', { target: { kind: 'profile', profile: 'audit' } });
    await world.prompt();
    await world.app.ask('sign-out', { sessionId: ACME_SESSION });
    expect(await asked.answer).toMatchObject({ ok: false, error: { code: 'session.signed-out' } });
    await world.app.until('prompts', (open) => open.length === 0);
    expect(stsCalls()).toBe(0);
  });

  it('is asked for once however many wait, each link for itself', async () => {
    await startChain();
    await Promise.all(Array.from({ length: 30 }, () => world.buckets('audit')));
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 2]);
    await world.buckets('stone');
    await world.buckets('prod-ro');
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 2]);
  });

  it('is renewed link by link before it ends', async () => {
    await startChain();
    await world.buckets('audit');
    world.clock.advance(20 * 60_000); // the last link lasts half an hour, renewed in its last quarter
    await world.buckets('audit');
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 2]);
    world.clock.advance(3 * 60_000);
    await Promise.all(Array.from({ length: 20 }, () => world.buckets('audit')));
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 3]);
    world.clock.advance(25 * 60_000);
    await world.buckets('audit');
    expect([world.portalCalls(), stsCalls()]).toEqual([2, 5]);
  });

  it('is renewed in the middle, where S3 or STS says that credentials have expired', async () => {
    await startChain();
    await world.buckets('audit');
    world.aws.s3.failNext({ operation: 'ListBuckets', how: failureShapes.expiredToken });
    expect(await world.buckets('audit')).toEqual(['audit-trail']);
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 3]);
    world.aws.s3.failNext({ operation: 'ListBuckets', how: failureShapes.expiredToken });
    world.aws.sts.failNext({ status: 403, code: 'ExpiredToken' });
    expect(await world.buckets('audit')).toEqual(['audit-trail']);
    // Refused once, the stepping stone anew, and the role again.
    expect([world.portalCalls(), stsCalls()]).toEqual([1, 6]);
  });

  it('is dropped when its session signs out, and comes back with it', async () => {
    await startChain();
    await world.buckets('audit');
    const report = await world.app.ask('sign-out', { sessionId: ACME_SESSION });
    expect(report.roleCredentialsUntil).toBe(world.clock.now() + 3_600_000);
    expect(await refusal(world.buckets('audit'))).toMatchObject({ code: 'session.signed-out' });
    await world.app.until('overview', (now) => sessionState(now, ACME_SESSION) === 'signed-out');
    await world.signIn();
    expect(await world.buckets('audit')).toEqual(['audit-trail']);
    expect([world.portalCalls(), stsCalls()]).toEqual([2, 4]);
  });

  it('follows the config: a changed link counts at once', async () => {
    await startChain();
    await world.buckets('audit');
    await world.configure(CHAIN.replace('acme-7', 'another'));
    expect(await refusal(world.buckets('audit'))).toMatchObject({
      code: 'profile.role-refused',
      params: { profile: 'audit', roleArn: AUDITOR },
      technical: expect.stringContaining('AccessDenied'),
    });
    await world.configure(CHAIN.replace('source_profile = prod-ro', 'source_profile = dev'));
    expect(await refusal(world.buckets('audit'))).toMatchObject({
      code: 'profile.role-refused',
      params: { profile: 'stone', roleArn: STEPPING_STONE },
    });
  });

  it('explains a network in between, and waits for what passes', async () => {
    await startChain();
    world.aws.sts.failNext('garbage');
    expect(await refusal(world.buckets('audit'))).toMatchObject({ code: 'network.garbled' });
    world.aws.sts.failNext({ status: 503, code: 'ServiceUnavailable' });
    const waiting = world.buckets('audit');
    await world.clock.skip();
    expect(await waiting).toEqual(['audit-trail']);
    await world.aws.sts.close();
    await world.configure(CHAIN.replace('duration_seconds = 1800', 'duration_seconds = 900'));
    const failing = refusal(world.buckets('audit'));
    for (let turn = 1; turn <= 4; turn += 1) await world.clock.skip();
    expect(await failing).toMatchObject({ code: 'network.unreachable' });
  });
});

describe('a role with MFA', () => {
  async function startMfa(): Promise<void> {
    world = await startProfileWorld(WITH_MFA);
    world.aws.sts.roles.push({ arn: AUDITOR, needsMfa: true });
    world.aws.sts.mfaCodes.set(PHONE, ['111111', '222222']);
  }

  it('asks once for many, again where a code is refused, and not while it lasts', async () => {
    await startMfa();
    const waiting = Promise.all(Array.from({ length: 50 }, () => world.buckets('mfa')));
    const first = await world.prompt();
    expect(first).toMatchObject({ kind: 'mfa', profile: 'mfa', serial: PHONE, refused: false });
    await world.answer(first, { kind: 'code', code: '999999' });
    const second = await world.prompt();
    expect(second).toMatchObject({ kind: 'mfa', refused: true });
    await world.answer(second, { kind: 'code', code: '111 111' });
    expect((await waiting).flat()).toEqual(Array.from({ length: 50 }, () => 'audit-trail'));
    expect(stsCalls()).toBe(2);
    await world.buckets('mfa');
    expect(world.app.latest('prompts')).toEqual([]);
    expect(stsCalls()).toBe(2);
    world.clock.advance(50 * 60_000);
    const renewing = world.buckets('mfa');
    await world.answer(await world.prompt(), { kind: 'code', code: '222222' });
    expect(await renewing).toEqual(['audit-trail']);
  });

  it('gives up after three codes', async () => {
    await startMfa();
    const asked = refusal(world.buckets('mfa'));
    for (const code of ['1', 'two', '333333'])
      await world.answer(await world.prompt(), { kind: 'code', code });
    expect(await asked).toMatchObject({ code: 'profile.mfa-refused', params: { profile: 'mfa' } });
    expect(stsCalls()).toBe(3);
  });

  it('tells all who wait that it was declined, and asks whoever comes later', async () => {
    await startMfa();
    const asked = [refusal(world.buckets('mfa')), refusal(world.buckets('mfa'))];
    await world.answer(await world.prompt(), { kind: 'refuse' });
    for (const error of await Promise.all(asked)) {
      expect(error).toMatchObject({ code: 'profile.prompt-declined', params: { profile: 'mfa' } });
    }
    expect(stsCalls()).toBe(0);
    const later = world.buckets('mfa');
    await world.answer(await world.prompt(), { kind: 'code', code: '111111' });
    expect(await later).toEqual(['audit-trail']);
  });

  it('stops asking when nobody waits any more', async () => {
    await startMfa();
    const target = { kind: 'profile', profile: 'mfa' } as const;
    const calls = [1, 2].map(() => world.app.call('buckets.page', { target }));
    await world.prompt();
    calls[0]?.cancel();
    expect(await calls[0]?.answer).toMatchObject({ error: { code: 'bridge.cancelled' } });
    expect(world.app.latest('prompts')).toHaveLength(1);
    calls[1]?.cancel();
    await world.app.until('prompts', (open) => open.length === 0);
    expect(await calls[1]?.answer).toMatchObject({ error: { code: 'bridge.cancelled' } });
    expect(stsCalls()).toBe(0);
  });
});
