/** A bucket as ListBuckets or HeadBucket describes it. */
export interface Bucket {
  readonly name: string;
  /** Absent where the service didn't say (S3-compatible servers). */
  readonly region?: string;
  /** Unix milliseconds; absent for a bucket opened by name, since HeadBucket has no date. */
  readonly createdAt?: number;
}

/** One page of ListBuckets. */
export interface BucketPage {
  readonly buckets: readonly Bucket[];
  /** Opaque; absent on the last page. */
  readonly continuationToken?: string;
  /** The account whose buckets these are, where it is known. */
  readonly accountId?: string;
  /** AWS partition for ARNs: `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
}

/** `arn:PARTITION:s3:::NAME` (bucket ARNs carry neither region nor account; S3 user guide). */
export function bucketArn(partition: string, bucket: string): string {
  return `arn:${partition}:s3:::${bucket}`;
}

export function bucketUri(bucket: string): string {
  return `s3://${bucket}`;
}

/**
 * The text that `aws s3 ls` prints for these buckets: one line each, creation time in local time, a
 * line feed after every line, and an empty text for no buckets.
 * (aws-cli `awscli/customizations/s3/subcommands.py`: `YYYY-MM-DD HH:MM:SS`, right-aligned in 19 columns.)
 * @param timeZone IANA name; the system's own where absent.
 */
export function awsS3LsText(buckets: readonly Bucket[], timeZone?: string): string {
  // Made once: a formatter for each of 10,000 buckets would take seconds.
  const date = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return buckets.map(({ name, createdAt }) => `${lsDate(date, createdAt)} ${name}\n`).join('');
}

function lsDate(format: Intl.DateTimeFormat, createdAt: number | undefined): string {
  if (createdAt === undefined) return ''.padStart(19);
  const parts = new Map(format.formatToParts(createdAt).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}
