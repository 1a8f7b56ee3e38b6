import type { SessionId } from '../../../../shared/session.ts';
import type { AwsSession } from '../../aws-config/aws-profiles.ts';
import type { EndpointSwitches } from '../../support/client-settings.ts';

/** The owner of credentials that no sign-in gave: signing out leaves them alone. */
export const NO_SESSION = '';

interface PlanBase {
  /** Everything that decides whose credentials they are, this link's and those it builds on, as one text. */
  readonly key: string;
  /** The session at the end of the chain, or {@link NO_SESSION}: its sign-out drops what came through it. */
  readonly owner: SessionId;
}

interface ProfilePlanBase extends PlanBase {
  /** For prompts and errors. */
  readonly profile: string;
}

/** A role of IAM Identity Center, given by the access portal. */
export interface SsoPlan extends PlanBase {
  readonly kind: 'sso';
  readonly session: AwsSession;
  readonly accountId: string;
  readonly roleName: string;
}

/** Keys that stand in the profile. */
export interface StaticPlan extends ProfilePlanBase {
  readonly kind: 'static';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** Where STS is asked. */
export interface StsAddress extends EndpointSwitches {
  readonly region: string;
  /** An override; AWS's own where absent. */
  readonly endpoint: string | undefined;
}

/** `role_arn`, taken on with other credentials. */
export interface AssumeRolePlan extends ProfilePlanBase {
  readonly kind: 'assume-role';
  readonly source: CredentialPlan;
  readonly roleArn: string;
  readonly sessionName: string | undefined;
  readonly externalId: string | undefined;
  readonly durationSeconds: number | undefined;
  /** A device whose one-time code STS wants. */
  readonly mfaSerial: string | undefined;
  readonly sts: StsAddress;
}

/** `role_arn`, taken on with a token in a file. */
export interface WebIdentityPlan extends ProfilePlanBase {
  readonly kind: 'web-identity';
  readonly tokenFile: string;
  readonly roleArn: string;
  readonly sessionName: string | undefined;
  readonly durationSeconds: number | undefined;
  readonly sts: StsAddress;
}

/** A program that prints credentials. */
export interface ProcessPlan extends ProfilePlanBase {
  readonly kind: 'process';
  readonly command: string;
}

/** What `aws login` left in its cache. */
export interface LoginPlan extends ProfilePlanBase {
  readonly kind: 'login';
  readonly loginSession: string;
}

/** `credential_source`: what surrounds the app. */
export interface SurroundingsPlan extends ProfilePlanBase {
  readonly kind: 'surroundings';
  readonly source: CredentialSource;
}

export type CredentialSource = 'Environment' | 'Ec2InstanceMetadata' | 'EcsContainer';

/** How to come to credentials. */
export type CredentialPlan =
  SsoPlan | StaticPlan | AssumeRolePlan | WebIdentityPlan | ProcessPlan | LoginPlan | SurroundingsPlan;

/** Plans that something outside the app is asked for. */
export type ProviderPlan = Exclude<CredentialPlan, SsoPlan | StaticPlan | AssumeRolePlan>;
