import { SSOClient } from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  type CreateTokenCommandOutput,
  RegisterClientCommand,
  type RegisterClientCommandInput,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import {
  type Account,
  type IdentityCenter,
  type IdentityCenterOptions,
  startIdentityCenter,
} from '../index.ts';
import { given } from './given.ts';

export const START_URL = 'https://acme.awsapps.com/start';
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
export const ACCOUNTS: Account[] = [
  {
    accountId: '111122223333',
    accountName: 'prod',
    emailAddress: 'prod@example.com',
    roles: ['ReadOnly', 'Admin'],
  },
  { accountId: '444455556666', roles: ['ReadOnly'] },
];

/** A stand-in whose clock stands still unless moved, with the real SDK clients pointed at it. */
export interface TestCenter {
  center: IdentityCenter;
  oidc: SSOOIDCClient;
  portal: SSOClient;
  advance(seconds: number): void;
  register(input?: Partial<RegisterClientCommandInput>): Promise<{ clientId: string; clientSecret: string }>;
  /** Register and start a device authorization. */
  startDevice(input?: Partial<RegisterClientCommandInput>): Promise<TestDevice>;
  /** The whole device flow, approved. */
  signIn(
    input?: Partial<RegisterClientCommandInput>,
  ): Promise<TestDevice & { tokens: CreateTokenCommandOutput }>;
  close(): Promise<void>;
}

export interface TestDevice {
  client: { clientId: string; clientSecret: string };
  userCode: string;
  deviceCode: string;
  poll(): Promise<CreateTokenCommandOutput>;
}

export async function startTestCenter(options: Partial<IdentityCenterOptions> = {}): Promise<TestCenter> {
  let now = Date.UTC(2026, 10, 24, 9);
  const organisation = { startUrl: START_URL, region: 'eu-central-1', accounts: structuredClone(ACCOUNTS) };
  const center = await startIdentityCenter({ organisation, clock: () => now, ...options });
  // Explicit about everything the SDK would otherwise look up in the environment and ~/.aws.
  const config = {
    region: 'eu-central-1',
    endpoint: center.url,
    maxAttempts: 1,
    retryMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    defaultsMode: 'standard',
  } as const;
  const oidc = new SSOOIDCClient(config);
  const portal = new SSOClient(config);

  const register: TestCenter['register'] = async (input = {}) => {
    const usual = { clientName: 'Bucket Porter', clientType: 'public', scopes: ['sso:account:access'] };
    const client = await oidc.send(new RegisterClientCommand({ ...usual, ...input }));
    return { clientId: given(client.clientId), clientSecret: given(client.clientSecret) };
  };
  const startDevice: TestCenter['startDevice'] = async (input) => {
    const client = await register(input);
    const started = await oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl: START_URL }));
    const deviceCode = given(started.deviceCode);
    const poll = () => oidc.send(new CreateTokenCommand({ ...client, grantType: DEVICE_GRANT, deviceCode }));
    return { client, userCode: given(started.userCode), deviceCode, poll };
  };
  return {
    center,
    oidc,
    portal,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    register,
    startDevice,
    signIn: async (input) => {
      const device = await startDevice(input);
      center.approve(device.userCode);
      return { ...device, tokens: await device.poll() };
    },
    close: async () => {
      oidc.destroy();
      portal.destroy();
      await center.close();
    },
  };
}
