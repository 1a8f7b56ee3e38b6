import { failure } from '../../app-failure.ts';
import type { AwsProfile, AwsProfiles } from '../../aws-config/aws-profiles.ts';
import type { ConfigPaths } from '../../aws-config/config-paths.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Prompts } from '../../prompts/prompts.ts';
import type { CountingHttpHandler } from '../../support/http-handler.ts';
import type { RoleCredentials } from '../portal-client.ts';
import { assumeRole } from './assume-role.ts';
import type { AssumeRolePlan, CredentialPlan, ProcessPlan, ProviderPlan } from './credential-plan.ts';
import { loginCredentials } from './login-credentials.ts';
import { planProfile } from './plan-profile.ts';
import { ProcessApprovals } from './process-approvals.ts';
import { readProcessAnswer } from './process-answer.ts';
import { profileRegion } from './profile-region.ts';
import { runProcess } from './run-process.ts';
import { surroundingCredentials } from './surrounding-credentials.ts';
import { webIdentityCredentials } from './web-identity.ts';

export interface ProfileCredentialsOptions {
  /** The variables the app was started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly paths: ConfigPaths;
  /** The app's own folder. */
  readonly dataFolder: string;
  readonly handler: CountingHttpHandler;
  readonly clock: Clock;
  readonly prompts: Prompts;
  readonly logger: Logger;
}

/** Every way to credentials but the access portal's. */
export class ProfileCredentials {
  readonly #options: ProfileCredentialsOptions;
  readonly #approvals: ProcessApprovals;

  constructor(options: ProfileCredentialsOptions) {
    this.#options = options;
    this.#approvals = new ProcessApprovals(options.dataFolder);
  }

  /** How a profile comes to credentials. @throws {AppFailure} see {@link planProfile} */
  plan(profile: AwsProfile, config: AwsProfiles): CredentialPlan {
    return planProfile(profile, config, this.#options.env);
  }

  /** The region for a profile's calls that belong to none. */
  region(profile: AwsProfile, config: AwsProfiles): string {
    return profileRegion(profile, config, this.#options.env);
  }

  /** @throws {AppFailure} `profile.*`, `network.*`; the signal's reason once it is aborted */
  async provide(plan: ProviderPlan, signal: AbortSignal): Promise<RoleCredentials> {
    const { env, paths, handler } = this.#options;
    switch (plan.kind) {
      case 'web-identity':
        return webIdentityCredentials(plan, this.#options, signal);
      case 'process':
        return this.#runProcess(plan, signal);
      case 'login':
        return loginCredentials(plan, paths, handler, signal);
      case 'surroundings':
        return surroundingCredentials(plan, env);
    }
  }

  /** @throws {AppFailure} `profile.prompt-declined`; else what the SDK threw, to be explained by `stsFailure` */
  assumeRole(plan: AssumeRolePlan, source: RoleCredentials, signal: AbortSignal): Promise<RoleCredentials> {
    return assumeRole(plan, source, this.#options, signal);
  }

  async #runProcess(plan: ProcessPlan, signal: AbortSignal): Promise<RoleCredentials> {
    const { profile, command } = plan;
    const { env, clock, prompts, logger } = this.#options;
    if (!(await this.#approvals.has(profile, command))) {
      const answer = await prompts.ask({ kind: 'run-process', profile, command }, signal);
      if (answer.kind !== 'allow') throw failure('profile.prompt-declined', { profile });
      await this.#approvals.add(profile, command).catch(() => {
        logger.warn('an approval could not be kept', { file: 'approved-processes.json' });
      });
    }
    return readProcessAnswer(await runProcess(plan, env, clock, signal), profile, clock.now());
  }
}
