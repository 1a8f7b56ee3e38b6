import { looksLikeRegion } from '../../../shared/regions.ts';

/** The form that a value must have. */
export type FieldRule =
  | 'account-id'
  | 'role-name'
  | 'region'
  | 'start-url'
  | 'endpoint-url'
  | 'role-arn'
  | 'duration'
  | 'access-key-id'
  | 'scopes';

export type ValueProblem = FieldRule | 'required' | 'line-break' | 'comment';

/** What is wrong with a value as it is typed; undefined where nothing is. Outer white space never counts. */
export function valueProblem(
  value: string,
  { rule, required = false }: { readonly rule?: FieldRule | undefined; readonly required?: boolean },
): ValueProblem | undefined {
  const text = value.trim();
  if (text === '') return required ? 'required' : undefined;
  if (/[\r\n\v\f\u0085\u2028\u2029]/.test(text)) return 'line-break';
  // The AWS SDKs take it for the beginning of a comment; there is no way to quote it.
  if (/\s[#;]/.test(text)) return 'comment';
  return rule === undefined || RULES[rule](text) ? undefined : rule;
}

const RULES: Readonly<Record<FieldRule, (text: string) => boolean>> = {
  'account-id': (text) => /^\d{12}$/.test(text),
  // IAM Identity Center API reference, roleName; IAM's own are of the same letters.
  'role-name': (text) => /^[\w+=,.@-]{1,64}$/.test(text),
  region: (text) => looksLikeRegion(text.toLowerCase()) || /^aws(-[a-z]+)*-global$/.test(text.toLowerCase()),
  'start-url': (text) => isUrl(text, ['https:']),
  'endpoint-url': (text) => isUrl(text, ['https:', 'http:']),
  // IAM user guide, "IAM ARNs": any partition, an account, a path, a name.
  'role-arn': (text) => /^arn:aws[a-z-]*:iam::\d{12}:role\/([\u0021-\u007E]+\/)?[\w+=,.@-]{1,64}$/.test(text),
  // STS API reference, AssumeRole, DurationSeconds.
  duration: (text) => /^\d{3,5}$/.test(text) && Number(text) >= 900 && Number(text) <= 43_200,
  // STS API reference, AccessKeyId; stand-ins for S3 give shorter ones, which are in other letters, too.
  'access-key-id': (text) => /^\w{3,128}$/.test(text),
  scopes: (text) => text.split(',').every((scope) => /^\s*[\w:/.-]+\s*$/.test(scope)),
};

function isUrl(text: string, protocols: readonly string[]): boolean {
  // The parser of URLs takes more than programs that read the file do.
  if (/\s/.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '' && /^\w+:\/\//.test(text);
}
