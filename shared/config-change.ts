/** What a person wants changed in the AWS config files. The core works out which bytes that means. */

/** The keys of an `[sso-session]` section. */
export interface SsoSessionFields {
  readonly name: string;
  readonly startUrl: string;
  readonly region: string;
  readonly registrationScopes: readonly string[];
}

/** A profile to be made for a role of the access portal. */
export interface NewProfile {
  readonly name: string;
  /** Absent for a profile that only holds a session (a bearer-only profile, as the AWS CLI makes it). */
  readonly accountId?: string | undefined;
  readonly roleName?: string | undefined;
  /** The client region (`region`). */
  readonly region?: string | undefined;
  /** The `aws` command's output format. */
  readonly output?: string | undefined;
}

/** How new profiles sign in. */
export type ProfileSignIn =
  | { readonly kind: 'session'; readonly name: string }
  /** A session that is written together with its profiles. */
  | { readonly kind: 'new-session'; readonly session: SsoSessionFields }
  /** Start URL and region in each profile, without a session (the AWS CLI's older form). */
  | { readonly kind: 'legacy'; readonly startUrl: string; readonly region: string };

/**
 * Values by key, as in the file; null takes the key out. Nested keys are written `s3.addressing_style`.
 * Keys that aren't named stay as they are.
 */
export type KeyChanges = Readonly<Record<string, string | null>>;

export type ConfigChange =
  | { readonly kind: 'add-session'; readonly session: SsoSessionFields }
  | {
      readonly kind: 'add-profiles';
      readonly through: ProfileSignIn;
      readonly profiles: readonly NewProfile[];
    }
  | {
      readonly kind: 'edit-profile';
      readonly name: string;
      readonly newName?: string | undefined;
      readonly set: KeyChanges;
    }
  | {
      readonly kind: 'edit-session';
      readonly name: string;
      readonly newName?: string | undefined;
      readonly set: KeyChanges;
    }
  | { readonly kind: 'duplicate-profile'; readonly name: string; readonly copyName: string }
  | { readonly kind: 'delete-profiles'; readonly names: readonly string[] }
  | { readonly kind: 'delete-session'; readonly name: string; readonly withProfiles: boolean };

/** A change worked out, and not yet written. */
export interface ConfigPlan {
  readonly planId: string;
  /** One for each file that would change; empty where nothing would. */
  readonly files: readonly FileDiff[];
  /** The equal `aws configure …` commands; a comment where the command has no such thing. */
  readonly commands: readonly string[];
  /** What else refers to what is renamed or deleted. On renaming they are changed, too; on deleting they are not. */
  readonly references: readonly ConfigReference[];
  readonly notes: readonly ConfigPlanNote[];
}

/** Something a person should know before writing. */
export type ConfigPlanNote =
  /** A comment behind a value goes with the value (the AWS CLI would take it for a part of it). */
  | { readonly kind: 'comment-dropped'; readonly path: string; readonly line: number }
  /** With another start URL or region, a session's token is good for nothing. */
  | { readonly kind: 'signs-out'; readonly session: string }
  /** Static keys are taken out of a file; they are in the backup only. */
  | { readonly kind: 'keys-removed'; readonly profile: string };

export interface FileDiff {
  readonly path: string;
  readonly created: boolean;
  readonly lines: readonly DiffLine[];
}

/** Values of secret keys are masked before they get here. */
export interface DiffLine {
  /** `gap` stands for lines left out. */
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
  /** From 1. */
  readonly oldLine?: number | undefined;
  readonly newLine?: number | undefined;
}

/** A place in the config that names a profile or session. */
export interface ConfigReference {
  /** The section's name as a person knows it, e.g. a profile's. */
  readonly by: string;
  readonly byKind: 'profile' | 'session';
  /** The key that holds the name: `source_profile`, `sso_session`, `services`. */
  readonly key: string;
}

/** A profile or session as a form shows it. */
export interface ConfigSectionView {
  readonly name: string;
  readonly keys: readonly ConfigKeyView[];
  readonly referencedBy: readonly ConfigReference[];
}

export interface ConfigKeyView {
  /** Nested ones as `s3.addressing_style`. */
  readonly key: string;
  /** Absent for secret keys, whose values never come to the page. */
  readonly value?: string | undefined;
  readonly path: string;
  readonly line: number;
}

/** The last change written by the app, for undoing it. */
export interface LastConfigChange {
  readonly changeId: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly what: ConfigChange['kind'];
  /** Names of the profiles or sessions that it was about. */
  readonly names: readonly string[];
  readonly undone: boolean;
  /** Where the files were copied to before; newest first. */
  readonly backups: readonly string[];
}

/** The name of a key whose value is a secret, wherever it stands: nested, in quotes, behind `export`, before `_old`. */
export const SECRET_NAME = /aws_secret_access_key|aws_session_token|aws_security_token/i;
/** Several keys that were pasted on one line are the first one's value. */
const SECRET_PAIR = new RegExp(`(${SECRET_NAME.source})["']?\\s*[=:]`, 'i');

export function isSecretKey(key: string): boolean {
  return SECRET_NAME.test(key);
}

/** Whether a key's value is a secret, or has one in it. */
export function isSecretEntry(key: string, value: string): boolean {
  return isSecretKey(key) || SECRET_PAIR.test(value);
}
