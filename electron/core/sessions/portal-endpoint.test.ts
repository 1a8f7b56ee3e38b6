import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsSession } from '../aws-config/aws-profiles.ts';
import { OidcClient } from '../sign-in/oidc-client.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { endpointSwitches } from '../support/client-settings.ts';
import { CountingHttpHandler } from '../support/http-handler.ts';
import { PortalClient } from './portal-client.ts';

const session: AwsSession = {
  id: 'sso-session:acme',
  kind: 'sso-session',
  cacheKey: 'acme',
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: [],
};
const log = () => undefined;

/** Sends nothing; remembers where it would have gone. */
class NowhereHandler extends CountingHttpHandler {
  readonly hosts: string[] = [];
  constructor() {
    super({}, { info: log, warn: log, error: log });
  }
  override handle(request: Parameters<CountingHttpHandler['handle']>[0]): never {
    this.hosts.push(request.hostname);
    throw new Error('not sent');
  }
}

let folder: string;
let before: string | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-porter-endpoint-'));
  const path = join(folder, 'config');
  await writeFile(path, '[default]\nendpoint_url = http://127.0.0.1:9\nuse_fips_endpoint = true\n');
  before = process.env['AWS_CONFIG_FILE'];
  process.env['AWS_CONFIG_FILE'] = path;
});
afterEach(async () => {
  if (before === undefined) delete process.env['AWS_CONFIG_FILE'];
  else process.env['AWS_CONFIG_FILE'] = before;
  await rm(folder, { recursive: true });
});

describe('a session’s clients', () => {
  it('never go to the endpoint of another profile', async () => {
    const handler = new NowhereHandler();
    const portal = new PortalClient(session, undefined, handler, new FakeClock(), endpointSwitches({}));
    await portal.logout('token', new AbortController().signal).catch(() => undefined);
    const oidc = new OidcClient(session, undefined, handler, new FakeClock(), endpointSwitches({}));
    await oidc.register(new AbortController().signal).catch(() => undefined);
    expect(handler.hosts).toEqual(['portal.sso.eu-west-1.amazonaws.com', 'oidc.eu-west-1.amazonaws.com']);
  });

  it('follow the FIPS switch of the environment', async () => {
    const handler = new NowhereHandler();
    const switches = endpointSwitches({ AWS_USE_FIPS_ENDPOINT: 'true' });
    const oidc = new OidcClient(session, undefined, handler, new FakeClock(), switches);
    await oidc.register(new AbortController().signal).catch(() => undefined);
    expect(handler.hosts).toEqual(['oidc-fips.eu-west-1.amazonaws.com']);
  });

  it.each([
    ['https://ssoins-1.portal.eu-west-1.app.aws', 'oidc.eu-west-1.api.aws'],
    ['https://ssoins-1.eu-west-1.portal.amazonaws.com', 'oidc.eu-west-1.amazonaws.com'],
    ['https://sso.example.com', 'oidc.eu-west-1.api.aws'],
  ])('sign in to %s by %s', async (startUrl, host) => {
    const handler = new NowhereHandler();
    const issuer = async (url: string) =>
      url === 'https://sso.example.com' ? 'https://ssoins-1.portal.eu-west-1.app.aws' : url;
    const oidc = new OidcClient(
      { ...session, startUrl },
      undefined,
      handler,
      new FakeClock(),
      endpointSwitches({}),
      issuer,
    );
    await oidc.register(new AbortController().signal).catch(() => undefined);
    expect(handler.hosts).toEqual([host]);
    expect(await oidc.host()).toBe(host);
  });
});
