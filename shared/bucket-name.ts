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
