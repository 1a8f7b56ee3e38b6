import { failure } from '../../app-failure.ts';
import type { Clock } from '../../ports.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import { persist } from '../../support/persist.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { asRoleCredentials } from './as-role-credentials.ts';
import type { WebIdentityPlan } from './credential-plan.ts';
import { maskedWords } from './masked-words.ts';
import { stsClientConfig } from './sts-client-config.ts';
import { stsFailure } from './sts-failure.ts';

/**
 * Takes on a role with the token that a file holds now (STS AssumeRoleWithWebIdentity).
 * @throws {AppFailure} `profile.no-credentials`, `profile.role-refused`, `network.*`
 */
export async function webIdentityCredentials(
  plan: WebIdentityPlan,
  { handler, clock }: { readonly handler: CountingHttpHandler; readonly clock: Clock },
  signal: AbortSignal,
): Promise<RoleCredentials> {
  const { fromTokenFile } = await import('@aws-sdk/credential-providers');
  const provider = fromTokenFile({
    webIdentityTokenFile: plan.tokenFile,
    roleArn: plan.roleArn,
    roleSessionName: plan.sessionName ?? `bucket-porter-${clock.now()}`,
    ...(plan.durationSeconds === undefined ? {} : { durationSeconds: plan.durationSeconds }),
    clientConfig: stsClientConfig(plan.sts, handler, signal),
  });
  try {
    return asRoleCredentials(await persist(() => provider(), clock, signal));
  } catch (thrown) {
    signal.throwIfAborted();
    const { profile } = plan;
    // The file comes first: its error is the system's, with a path and without anything secret.
    const { code, syscall, message } = thrown as NodeJS.ErrnoException;
    if (syscall === 'open' || syscall === 'read') {
      throw failure('profile.no-credentials', { profile, reason: maskedWords(message) }, code, thrown);
    }
    throw stsFailure(thrown, plan);
  }
}
