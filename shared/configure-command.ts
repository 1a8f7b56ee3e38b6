/** The `aws configure` commands that equal edits of the config files. */
import { option, shellQuote } from './command-line.ts';
import { isSecretEntry } from './config-change.ts';

/** One edit of one section, as far as a command can tell it. Values of secret keys are never shown. */
export type SectionEdit = {
  readonly file: 'config' | 'credentials';
  readonly path: string;
  /** The section's header as it stands in the file, without brackets. */
  readonly header: string;
} & (
  | {
      readonly kind: 'set';
      readonly type: 'profile' | 'sso-session';
      readonly name: string;
      /** Nested ones as `s3.addressing_style`. */
      readonly key: string;
      readonly value: string;
      /** The profile that the value was copied from. */
      readonly copiedFrom?: string;
    }
  | { readonly kind: 'unset'; readonly key: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'rename'; readonly newHeader: string }
  | { readonly kind: 'delete' }
);

/** Keys that `aws configure set` writes to the credentials file (`customizations/configure/set.py`). */
const CREDENTIALS_KEYS = new Set(['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']);
/** First parts of a dotted key that `aws configure set` takes for something else than a key. */
const RESERVED = new Set(['default', 'profile', 'preview', 'plugins']);
/** The version that brought the option (aws-cli pull request 10109). */
const SESSION_OPTION = '# --sso-session: AWS CLI ≥ 2.34.22';

/** Whether `aws configure set` keeps a key in the credentials file. */
export function isCredentialsKey(key: string): boolean {
  return CREDENTIALS_KEYS.has(key.toLowerCase());
}

/**
 * The commands, in the edits' order. The AWS CLI sets values and nothing else: for what it can't do (take a key or a
 * section out, rename one, write a key to the other file) there is a comment with the file, the section and a sign.
 */
export function configureCommands(edits: readonly SectionEdit[]): string[] {
  const lines = edits.map(configureCommand);
  const first = lines.findIndex((line) => line.startsWith('aws ') && line.includes(' --sso-session'));
  return first < 0 ? lines : lines.toSpliced(first, 0, SESSION_OPTION);
}

function configureCommand(edit: SectionEdit): string {
  const place = `# ${edit.path}`;
  switch (edit.kind) {
    case 'add':
      return `${place}: + [${edit.header}]`;
    case 'delete':
      return `${place}: − [${edit.header}]`;
    case 'rename':
      return `${place}: [${edit.header}] → [${edit.newHeader}]`;
    case 'unset':
      return `${place} [${edit.header}]: − ${edit.key}`;
    case 'set': {
      if (hasCommand(edit)) return setCommand(edit);
      return `${place} [${edit.header}]: ${edit.key} = ${isSecretEntry(edit.key, edit.value) ? '…' : edit.value}`;
    }
  }
}

type SetEdit = SectionEdit & { readonly kind: 'set' };

/** Whether `aws configure set` would write this value, and to this file. */
function hasCommand({ type, file, key, value }: SetEdit): boolean {
  // It takes a value with a dash for an option, also behind `--` (tried with 1.45).
  if (value.startsWith('-') || key.startsWith('-')) return false;
  const parts = key.split('.');
  if (type === 'sso-session') return parts.length === 1;
  if (parts.length > 2 || (parts.length === 2 && RESERVED.has(parts[0] ?? ''))) return false;
  return file === (isCredentialsKey(key) ? 'credentials' : 'config');
}

function setCommand({ type, name, key, value, copiedFrom }: SetEdit): string {
  const where = option(type === 'profile' ? 'profile' : 'sso-session', name);
  const shown = isSecretEntry(key, value) ? secretVariable(key, copiedFrom) : shellQuote(value);
  return `aws configure set ${shellQuote(key)} ${shown}${where}`;
}

/** A secret never stands in a shell's history: it comes from a variable, or from where it is copied. */
function secretVariable(key: string, copiedFrom: string | undefined): string {
  if (copiedFrom !== undefined)
    return `"$(aws configure get ${shellQuote(key)}${option('profile', copiedFrom)})"`;
  const name = (key.split('.').at(-1) ?? key).toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_');
  return `"$${name}"`;
}
