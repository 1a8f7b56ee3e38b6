import { createHash } from 'node:crypto';

/** Another name for a bucket. (S3 user guide, "Referencing access points".) */
export interface AccessPoint {
  readonly name: string;
  /** The account that owns the access point. */
  readonly accountId: string;
  readonly bucket: string;
  readonly region: string;
  /** Usable wherever a bucket's name is. */
  readonly alias: string;
  readonly arn: string;
}

export function newAccessPoint(
  name: string,
  accountId: string,
  bucket: { readonly name: string; readonly region: string },
): AccessPoint {
  const { region } = bucket;
  const mark = createHash('sha256').update(`${accountId}/${name}`).digest('hex').slice(0, 34);
  return {
    name,
    accountId,
    bucket: bucket.name,
    region,
    alias: `${name.slice(0, 20)}-${mark.slice(0, 34 - Math.min(name.length, 20))}-s3alias`,
    arn: `arn:aws:s3:${region}:${accountId}:accesspoint/${name}`,
  };
}

/** Whether a text in a bucket's place means an access point: its ARN, its alias, or its name and account as in a host. */
export function isNamed({ arn, alias, name, accountId }: AccessPoint, text: string): boolean {
  return text === arn || text === alias || text === `${name}-${accountId}`;
}
