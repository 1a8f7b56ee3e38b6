/**
 * Whether a text can be a general-purpose bucket's name (S3 user guide, "Bucket naming rules"; buckets from
 * before March 2018 in us-east-1 may have upper-case letters, underscores and up to 255 characters, and
 * have to be reachable, too).
 */
export function isBucketName(text: string): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return false;
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) return !text.includes('..');
  return /^[A-Za-z0-9._-]{3,255}$/.test(text) && /[A-Z_]/.test(text);
}

/**
 * The bucket that a person means: a name, an `s3://` URI or an S3 ARN (keys behind it are left out).
 * @returns undefined where it can't be one
 */
export function parseBucketInput(text: string): string | undefined {
  const trimmed = text.trim();
  const name =
    /^s3:\/\/([^/]+)/i.exec(trimmed)?.[1] ?? /^arn:[a-z-]+:s3:::([^/]+)/.exec(trimmed)?.[1] ?? trimmed;
  return isBucketName(name) ? name : undefined;
}

/**
 * A rule that a new general-purpose bucket's name can break (S3 user guide, "General purpose bucket naming rules").
 * - `length`: 3 to 63 characters
 * - `characters`: lower-case letters, digits, dots and hyphens
 * - `ends`: the first and last are letters or digits
 * - `adjacent-periods`, `ip-address`: not `a..b`, not `192.168.5.4`
 * - `reserved-prefix`, `reserved-suffix`: see {@link RESERVED_BUCKET_PREFIXES} and {@link RESERVED_BUCKET_SUFFIXES}
 */
export type BucketNameRule =
  | 'length'
  | 'characters'
  | 'ends'
  | 'adjacent-periods'
  | 'ip-address'
  | 'reserved-prefix'
  | 'reserved-suffix';

export const RESERVED_BUCKET_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-'] as const;
export const RESERVED_BUCKET_SUFFIXES = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'] as const;

/**
 * The first rule that a name for a new bucket breaks, judged as far as it is typed: what would be wrong whatever
 * follows comes before its length.
 * @returns undefined where S3 would take it
 */
export function brokenBucketNameRule(name: string): BucketNameRule | undefined {
  if (!/^[a-z0-9.-]*$/.test(name)) return 'characters';
  if (name.length > 63) return 'length';
  if (/^[.-]/.test(name)) return 'ends';
  if (name.includes('..')) return 'adjacent-periods';
  if (RESERVED_BUCKET_PREFIXES.some((prefix) => name.startsWith(prefix))) return 'reserved-prefix';
  if (name.length < 3) return 'length';
  if (/[.-]$/.test(name)) return 'ends';
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return 'ip-address';
  if (RESERVED_BUCKET_SUFFIXES.some((suffix) => name.endsWith(suffix))) return 'reserved-suffix';
  return undefined;
}
