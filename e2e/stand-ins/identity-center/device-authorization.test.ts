import {
  AccessDeniedException,
  AuthorizationPendingException,
  CreateTokenCommand,
  ExpiredTokenException,
  InvalidClientException,
  InvalidGrantException,
  InvalidRequestException,
  SlowDownException,
  StartDeviceAuthorizationCommand,
  UnauthorizedClientException,
} from '@aws-sdk/client-sso-oidc';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEVICE_GRANT, START_URL, type TestCenter, startTestCenter } from './testing/test-center.ts';

let t: TestCenter;
beforeEach(async () => {
  t = await startTestCenter({ intervalSeconds: 5, deviceCodeLifetimeSeconds: 600 });
});
afterEach(() => t.close());

describe('starting', () => {
  test('answers with codes, addresses, lifetime and interval', async () => {
    const client = await t.register();
    const answer = await t.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl: START_URL }));
    expect(answer).toMatchObject({
      verificationUri: `${t.center.url}/device`,
      verificationUriComplete: `${t.center.url}/device?user_code=${answer.userCode}`,
      expiresIn: 600,
      interval: 5,
    });
    expect(answer.userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(t.center.pendingAuthorizations()).toEqual([answer.userCode]);
  });

  test.each(['https://acme.awsapps.com/start#/', 'https://ACME.awsapps.com/start/'])(
    'knows the portal by %s too',
    async (startUrl) => {
      const client = await t.register();
      const answer = await t.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl }));
      expect(answer.deviceCode).toBeTypeOf('string');
    },
  );

  test.each(['https://other.awsapps.com/start', 'https://acme.awsapps.com/', 'acme'])(
    'refuses the start URL %s',
    async (startUrl) => {
      const client = await t.register();
      const attempt = t.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl }));
      await expect(attempt).rejects.toThrow(InvalidRequestException);
    },
  );

  test('refuses an unknown client, a wrong secret and an expired registration', async () => {
    const client = await t.register();
    const start = (changed: object) =>
      t.oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl: START_URL, ...changed }));
    await expect(start({ clientId: 'nobody' })).rejects.toThrow(InvalidClientException);
    await expect(start({ clientSecret: 'wrong' })).rejects.toMatchObject({
      name: 'InvalidClientException',
      error: 'invalid_client',
      $metadata: { httpStatusCode: 401 },
    });
    await expect(start({})).resolves.toBeDefined();
    t.advance(t.center.knobs.registrationLifetimeSeconds);
    await expect(start({})).rejects.toThrow(InvalidClientException);
  });

  test('refuses a client registered for other grants', async () => {
    const code = { grantTypes: ['refresh_token'] };
    await expect(t.startDevice(code)).rejects.toThrow(UnauthorizedClientException);
  });
});

describe('polling', () => {
  test('is pending, then gives a token, once', async () => {
    const device = await t.startDevice();
    await expect(device.poll()).rejects.toThrow(AuthorizationPendingException);
    t.center.approve(device.userCode);
    expect(t.center.pendingAuthorizations()).toEqual([]);
    expect(await device.poll()).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 });
    await expect(device.poll()).rejects.toThrow(InvalidGrantException);
  });

  test('every error carries its OAuth code and a description', async () => {
    const device = await t.startDevice();
    await expect(device.poll()).rejects.toMatchObject({
      name: 'AuthorizationPendingException',
      error: 'authorization_pending',
      error_description: expect.stringMatching(/\S/) as string,
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('faster than the interval is told to slow down, and the interval grows by five seconds', async () => {
    const device = await t.startDevice();
    const pollAfter = async (seconds: number) => {
      t.advance(seconds);
      return device.poll().catch((error: Error) => error.name);
    };
    const [fast, paced] = ['SlowDownException', 'AuthorizationPendingException'];
    expect(await pollAfter(0)).toBe(paced);
    expect(await pollAfter(5)).toBe(paced);
    expect(await pollAfter(4.9)).toBe(fast); // 10 from here
    expect(await pollAfter(9.9)).toBe(fast); // 15 from here
    expect(await pollAfter(15)).toBe(paced);
    expect(await pollAfter(14)).toBe(fast);
    expect(t.center.slowDownCount).toBe(3);
  });

  test('forgives a timer a few milliseconds, and no interval means any pace', async () => {
    const device = await t.startDevice();
    await expect(device.poll()).rejects.toThrow(AuthorizationPendingException);
    t.advance(4.99);
    await expect(device.poll()).rejects.toThrow(AuthorizationPendingException);
    t.center.knobs.intervalSeconds = 0;
    const hasty = await t.startDevice();
    for (let poll = 0; poll < 3; poll += 1) {
      await expect(hasty.poll()).rejects.toThrow(AuthorizationPendingException);
    }
  });

  test('the first polls are slowed down when the knob says so', async () => {
    t.center.knobs.slowDowns = 2;
    t.center.knobs.autoApprove = true;
    const device = await t.startDevice();
    await expect(device.poll()).rejects.toThrow(SlowDownException);
    t.advance(60);
    await expect(device.poll()).rejects.toThrow(SlowDownException);
    t.advance(60);
    expect((await device.poll()).accessToken).toBeTypeOf('string');
  });

  test('a denied code says so', async () => {
    const device = await t.startDevice();
    t.center.deny(device.userCode);
    await expect(device.poll()).rejects.toThrow(AccessDeniedException);
  });

  test('a code expires by the clock or by hand, even when approved', async () => {
    const [byClock, byHand] = [await t.startDevice(), await t.startDevice()];
    t.center.expire(byHand.userCode);
    await expect(byHand.poll()).rejects.toThrow(ExpiredTokenException);
    t.center.approve(byClock.userCode);
    t.advance(600);
    await expect(byClock.poll()).rejects.toThrow(ExpiredTokenException);
    expect(() => t.center.approve(byClock.userCode)).toThrow(byClock.userCode);
  });

  test('an unknown code, and a code of another client, are invalid grants', async () => {
    const [device, other] = [await t.startDevice(), await t.register()];
    t.center.approve(device.userCode);
    const poll = (client: typeof other, deviceCode: string) =>
      t.oidc.send(new CreateTokenCommand({ ...client, grantType: DEVICE_GRANT, deviceCode }));
    await expect(poll(other, device.deviceCode)).rejects.toThrow(InvalidGrantException);
    await expect(poll(device.client, 'unknown')).rejects.toThrow(InvalidGrantException);
  });

  test('auto-approval needs no one', async () => {
    t.center.knobs.autoApprove = true;
    const device = await t.startDevice();
    expect(t.center.pendingAuthorizations()).toEqual([]);
    expect((await device.poll()).accessToken).toBeTypeOf('string');
  });
});
