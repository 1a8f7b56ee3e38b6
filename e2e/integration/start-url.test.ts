import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsSession } from '../../electron/core/aws-config/aws-profiles.ts';
import { endpointInRegion } from '../../electron/core/aws-config/endpoint.ts';
import { AppFailure } from '../../electron/core/app-failure.ts';
import { OidcClient } from '../../electron/core/sign-in/oidc-client.ts';
import { candidateRegions } from '../../electron/core/sign-in/start-url/candidate-regions.ts';
import { StartUrls } from '../../electron/core/sign-in/start-url/start-urls.ts';
import { FakeClock } from '../../electron/core/support/fake-clock.ts';
import { CountingHttpHandler } from '../../electron/core/support/http-handler.ts';
import { type IdentityCenter, startIdentityCenter } from '../stand-ins/identity-center/index.ts';
import { startVanityHost, type VanityHost } from '../stand-ins/vanity-host/index.ts';

const PORTAL = 'https://ssoins-7223abcd.portal.ap-northeast-1.app.aws';
const ACME = 'https://acme.awsapps.com/start';
const log = () => undefined;
const logger = { info: log, warn: log, error: log };

let clock: FakeClock;
let center: IdentityCenter;
let vanity: VanityHost;
let handler: CountingHttpHandler;
let urls: StartUrls;
/** Regions whose endpoint nobody answers at. */
let deadRegions: Set<string>;

beforeEach(async () => {
  clock = new FakeClock(Date.now());
  deadRegions = new Set();
  center = await startIdentityCenter({
    organisation: [
      { startUrl: ACME, region: 'sa-east-1', accounts: [] },
      { startUrl: PORTAL, region: 'ap-northeast-1', accounts: [] },
      {
        startUrl: 'https://start.us-gov-home.awsapps.com/directory/acme',
        region: 'us-gov-east-1',
        accounts: [],
      },
    ],
    clock: () => clock.now(),
  });
  vanity = await startVanityHost();
  handler = new CountingHttpHandler({ AWS_CA_BUNDLE: vanity.caFile }, logger);
  urls = startUrls(handler);
});
afterEach(async () => {
  handler.destroy();
  await vanity.close();
  await center.close();
});

function startUrls(http: Pick<CountingHttpHandler, 'handle'>): StartUrls {
  const switches = { useFipsEndpoint: false, useDualstackEndpoint: false };
  const oidc = (session: AwsSession) => {
    const dead = deadRegions.has(session.region);
    const endpoint = dead ? 'http://127.0.0.1:1' : center.regionalEnvironment.AWS_ENDPOINT_URL_SSO_OIDC;
    return new OidcClient(session, endpointInRegion(endpoint, session.region), handler, clock, switches);
  };
  return new StartUrls({ http, oidc, clock, logger });
}

const never = () => new AbortController().signal;

async function fault(work: Promise<unknown>): Promise<AppFailure['error']> {
  const thrown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (thrown instanceof AppFailure) return thrown.error;
  throw new Error(`no AppFailure: ${String(thrown)}`);
}

describe('checking a start URL', () => {
  it('asks nobody about AWS’s own addresses', async () => {
    expect(await urls.check('acme.awsapps.com', never())).toEqual({
      startUrl: ACME,
      issuerUrl: ACME,
      partition: 'aws',
      suggestedName: 'acme',
    });
    expect(await urls.check(`${PORTAL}/#/?tab=accounts`, never())).toEqual({
      startUrl: PORTAL,
      issuerUrl: PORTAL,
      region: 'ap-northeast-1',
      regionFrom: 'host',
      partition: 'aws',
      suggestedName: 'ssoins-7223abcd',
    });
    expect(vanity.requests).toEqual([]);
    expect(center.calls).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])(
    'reads the region from a redirect (%i), and goes no further',
    async (status) => {
      vanity.answer = () => ({ status, location: `${PORTAL}/` });
      const startUrl = `${vanity.url}/aws`;
      expect(await urls.check(` <${startUrl}> `, never())).toEqual({
        startUrl,
        issuerUrl: PORTAL,
        region: 'ap-northeast-1',
        regionFrom: 'redirect',
        partition: 'aws',
        suggestedName: 'localhost',
      });
      expect(vanity.requests).toHaveLength(1);
      const [request] = vanity.requests;
      expect(request).toMatchObject({ method: 'HEAD', path: '/aws' });
      expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host']);
    },
  );

  it.each([405, 501])('asks by GET where HEAD is answered %i', async (status) => {
    vanity.answer = ({ method }) => (method === 'HEAD' ? { status } : { status: 302, location: ACME });
    const finding = await urls.check(vanity.url, never());
    expect(finding).toMatchObject({ issuerUrl: ACME, partition: 'aws' });
    expect(finding.region).toBeUndefined();
    expect(vanity.requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it('remembers for a while where an address leads', async () => {
    vanity.answer = () => ({ status: 302, location: PORTAL });
    expect(await urls.issuer(vanity.url, never())).toBe(PORTAL);
    await urls.check(vanity.url, never());
    expect(vanity.requests).toHaveLength(1);
    clock.advance(5 * 60_000);
    expect(await urls.issuer(vanity.url, never())).toBe(PORTAL);
    expect(vanity.requests).toHaveLength(2);
    expect(await urls.issuer(ACME, never())).toBe(ACME);
  });

  it.each([
    ['a page', { status: 200 }],
    ['an error', { status: 503 }],
    ['a redirect to nowhere', { status: 302 }],
    ['a redirect to what is no address', { status: 302, location: 'https://[' }],
    ['a way round in a circle', { status: 302, location: '/aws' }],
  ] as const)('says that %s is no portal', async (_what, answer) => {
    vanity.answer = () => answer;
    const { host } = new URL(vanity.url);
    expect(await fault(urls.check(vanity.url, never()))).toMatchObject({
      code: 'start-url.not-a-portal',
      params: { host },
    });
    expect(vanity.requests).toHaveLength(1);
  });

  it.each([
    ['https://login.example.com/saml?RelayState=secret', 'login.example.com'],
    ['http://login.example.com/', 'login.example.com'],
    ['https://acme.awsapps.com.evil.example/start', 'acme.awsapps.com.evil.example'],
    ['https://eu-west-1.signin.aws/platform', 'eu-west-1.signin.aws'],
    ['//elsewhere.example/', 'elsewhere.example'],
  ])('does not follow to %s', async (location, to) => {
    vanity.answer = () => ({ status: 302, location });
    const error = await fault(urls.check(vanity.url, never()));
    expect(error).toMatchObject({ code: 'start-url.leads-elsewhere', params: { to } });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(vanity.requests).toHaveLength(1);
  });

  it('refuses a portal reached by http', async () => {
    vanity.answer = () => ({ status: 302, location: 'http://acme.awsapps.com/start' });
    expect(await fault(urls.check(vanity.url, never()))).toMatchObject({ code: 'start-url.not-https' });
    expect(await fault(urls.check('http://sso.example.com', never()))).toMatchObject({
      code: 'start-url.not-https',
      params: { text: 'http://sso.example.com' },
    });
  });

  it('says what is no address at all, and what is another page of AWS', async () => {
    expect(await fault(urls.check(' our portal ', never()))).toMatchObject({
      code: 'start-url.not-understood',
      params: { text: 'our portal' },
    });
    expect(await fault(urls.check('https://eu-west-1.console.aws.amazon.com/s3', never()))).toMatchObject({
      code: 'start-url.not-a-portal',
      params: { host: 'eu-west-1.console.aws.amazon.com' },
    });
  });

  it('tells hosts that are not there, that nobody trusts, and that break off', async () => {
    vanity.answer = () => 'reset';
    expect(await fault(urls.check(vanity.url, never()))).toMatchObject({ code: 'network.unreachable' });
    expect(await fault(urls.check('https://127.0.0.1:1/', never()))).toMatchObject({
      code: 'network.unreachable',
      params: { host: '127.0.0.1' },
    });
    const gone = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const nameless = startUrls({ handle: () => Promise.reject(gone) });
    expect(await fault(nameless.check('https://sso.example.com', never()))).toMatchObject({
      code: 'network.name-not-found',
      params: { host: 'sso.example.com' },
    });
    const distrusting = new CountingHttpHandler({}, logger);
    expect(await fault(startUrls(distrusting).check(vanity.url, never()))).toMatchObject({
      code: 'network.certificate',
    });
    distrusting.destroy();
  });

  it('gives up after ten seconds', async () => {
    vanity.answer = () => 'hang';
    const checking = fault(urls.check(vanity.url, never()));
    await vanity.waitForRequests(1);
    expect(await clock.skip()).toBe(10_000);
    expect(await checking).toMatchObject({ code: 'network.timeout', params: { host: 'localhost' } });
  });

  it('stops at once when cancelled', async () => {
    vanity.answer = () => 'hang';
    const controller = new AbortController();
    const checking = urls.check(vanity.url, controller.signal);
    await vanity.waitForRequests(1);
    controller.abort(new Error('enough'));
    await expect(checking).rejects.toThrow('enough');
    expect(clock.nextWake).toBeUndefined();
  });
});

describe('finding a portal’s region', () => {
  const asked = (operation: string) =>
    center.calls.filter((call) => call.operation === operation).map(({ region }) => region);

  it('asks region after region until one knows it, a few at a time', async () => {
    const search = await urls.findRegion(ACME, never());
    expect(search.region).toBe('sa-east-1');
    expect(search.unreachable).toBe(0);
    const regions = asked('StartDeviceAuthorization');
    expect(new Set(regions).size).toBe(regions.length);
    expect(search.asked).toBeLessThanOrEqual(regions.length);
    expect(regions.some((region) => region?.startsWith('us-gov') || region?.startsWith('cn-'))).toBe(false);
    expect(center.mostUnderWay).toBeLessThanOrEqual(6);
    // The usual ones are asked before the rest.
    const second = await urls.findRegion(PORTAL, never());
    expect(second.region).toBe('ap-northeast-1');
    expect(second.asked).toBeLessThanOrEqual(12);
  });

  it('asks only the partition’s own regions', async () => {
    const startUrl = 'https://start.us-gov-home.awsapps.com/directory/acme';
    expect((await urls.findRegion(startUrl, never())).region).toBe('us-gov-east-1');
    for (const region of asked('RegisterClient')) expect(region).toMatch(/^us-gov-/);
  });

  it('asks for where an organisation’s own address leads', async () => {
    vanity.answer = () => ({ status: 302, location: ACME });
    expect((await urls.findRegion(vanity.url, never())).region).toBe('sa-east-1');
  });

  it('asks once more where a kept connection turns out to be closed', async () => {
    center.failNext({ operation: 'RegisterClient', how: 'reset' });
    const search = await urls.findRegion('https://nobody.awsapps.com/start', never());
    expect(search).toEqual({ asked: candidateRegions('aws').length, unreachable: 0 });
  });

  it('says how many answered where none knows it', async () => {
    deadRegions = new Set(['eu-west-1', 'ap-south-1']);
    const search = await urls.findRegion('https://nobody.awsapps.com/start', never());
    expect(search).toEqual({ asked: candidateRegions('aws').length - 2, unreachable: 2 });
    expect(search.asked).toBeGreaterThan(25);
  });

  it('waits where a region is busy, and asks it again', async () => {
    center.failNext({ operation: 'StartDeviceAuthorization', times: 2, how: { status: 429 } });
    center.failNext({
      operation: 'StartDeviceAuthorization',
      how: { status: 400, error: 'SlowDownException' },
    });
    const searching = urls.findRegion('https://nobody.awsapps.com/start', never());
    await center.waitForCall('StartDeviceAuthorization', { count: candidateRegions('aws').length });
    let done = false;
    void searching.finally(() => {
      done = true;
    });
    const isDone = () => done;
    while (!isDone()) {
      // The pauses only: the time limits of what is under way are longer.
      const next = clock.nextWake;
      if (next !== undefined && next < 5_000) clock.advance(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const search = await searching;
    expect(search.unreachable).toBe(0);
    const regions = asked('StartDeviceAuthorization');
    expect(regions.length).toBe(new Set(regions).size + 3);
  });

  it('counts a region that never answers as unreachable, and stops at once when cancelled', async () => {
    center.failNext({ operation: 'RegisterClient', times: 6, how: 'hang' });
    const searching = urls.findRegion('https://nobody.awsapps.com/start', never());
    await center.waitForCall('RegisterClient', { count: 6, when: 'arrived' });
    const usual = ['us-east-1', 'eu-west-1', 'us-west-2', 'eu-central-1', 'us-east-2', 'ap-northeast-1'];
    expect(new Set(asked('RegisterClient'))).toEqual(new Set(usual));
    await clock.skip();
    expect((await searching).unreachable).toBe(6);

    center.failNext({ operation: 'RegisterClient', times: 6, how: 'hang' });
    const before = center.calls.length;
    const controller = new AbortController();
    const cancelled = urls.findRegion('https://nobody.awsapps.com/start', controller.signal);
    await center.waitForCall('RegisterClient', {
      count: asked('RegisterClient').length + 6,
      when: 'arrived',
    });
    controller.abort(new Error('enough'));
    await expect(cancelled).rejects.toThrow('enough');
    expect(center.calls.length).toBe(before + 6);
    expect(clock.nextWake).toBeUndefined();
  });
});
