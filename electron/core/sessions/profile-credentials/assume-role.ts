import { failure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { Prompts } from '../../prompts/prompts.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import { persist } from '../../support/persist.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { asRoleCredentials } from './as-role-credentials.ts';
import type { AssumeRolePlan } from './credential-plan.ts';
import { stsClientConfig } from './sts-client-config.ts';
import { isMfaRefusal } from './sts-failure.ts';

/** How many codes a person may try. */
const MOST_CODES = 3;

export interface StsTools {
  readonly handler: CountingHttpHandler;
  readonly clock: Clock;
  readonly prompts: Prompts;
}

/**
 * Takes on a role (STS AssumeRole), with a one-time code where the profile wants one.
 * @throws {AppFailure} `profile.prompt-declined`; whatever the SDK throws, to be explained by `stsFailure`
 */
export async function assumeRole(
  plan: AssumeRolePlan,
  source: RoleCredentials,
  tools: StsTools,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const { mfaSerial } = plan;
  if (mfaSerial === undefined) return request(plan, source, undefined, tools, signal);
  for (let round = 1; ; round += 1) {
    const code = await askCode(plan, mfaSerial, round > 1, tools.prompts, signal);
    try {
      return await request(plan, source, code, tools, signal);
    } catch (thrown) {
      if (round >= MOST_CODES || !isMfaRefusal(thrown)) throw thrown;
    }
  }
}

async function askCode(
  { profile }: AssumeRolePlan,
  serial: string,
  refused: boolean,
  prompts: Prompts,
  signal: AbortSignal,
): Promise<string> {
  const answer = await prompts.ask({ kind: 'mfa', profile, serial, refused }, signal);
  if (answer.kind !== 'code') throw failure('profile.prompt-declined', { profile });
  return answer.code.replace(/\s/g, ''); // apps show codes in groups
}

async function request(
  plan: AssumeRolePlan,
  source: RoleCredentials,
  code: string | undefined,
  { handler, clock }: StsTools,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const { accessKeyId, secretAccessKey, sessionToken } = source;
  const provider = fromTemporaryCredentials({
    masterCredentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    clientConfig: stsClientConfig(plan.sts, handler, signal),
    ...(code === undefined ? {} : { mfaCodeProvider: async () => code }),
    params: {
      RoleArn: plan.roleArn,
      RoleSessionName: plan.sessionName ?? `bucket-porter-${clock.now()}`,
      ...(plan.externalId === undefined ? {} : { ExternalId: plan.externalId }),
      ...(plan.durationSeconds === undefined ? {} : { DurationSeconds: plan.durationSeconds }),
      ...(plan.mfaSerial === undefined ? {} : { SerialNumber: plan.mfaSerial }),
    },
  });
  return asRoleCredentials(await persist(() => provider(), clock, signal));
}
