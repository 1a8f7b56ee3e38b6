import { isBucketName } from './bucket-name.ts';
import { partitionOf } from './partition.ts';
import type { S3Location } from './s3-location.ts';
import { type SplitUrl, decoded } from './split-url.ts';

// `s3.console…` is the older form, `REGION.console…` the present one; with several sessions in one browser an
// account stands before it.
const HOST =
  /^(?:[a-z0-9-]+\.)*?(?:([a-z]{2,5}(?:-[a-z]+){1,2}-\d)\.)?console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|amazonaws-eusc\.eu)$/;

/**
 * The place that an address of the S3 console shows: `/s3/buckets/NAME?prefix=…`, `/s3/object/NAME?prefix=KEY`,
 * `/s3/ap/ACCOUNT/NAME`, or with the key in the path, as until 2020.
 */
export function parseConsoleUrl(url: SplitUrl): S3Location | undefined {
  const host = HOST.exec(url.host);
  const path = /^\/s3\/(?:buckets?|object|upload|(ap)\/(\d{12}))\/([^/]+)(?:\/(.*))?$/.exec(url.path);
  if (host === null || path === null) return undefined;
  const region = url.parameter('region') || host[1];
  const name = decoded(path[3] ?? '');
  const key = url.parameter('prefix') ?? decoded(path[4] ?? '');
  const versionId = url.parameter('versionId');
  if (name === undefined || key === undefined) return undefined;
  const bucket = path[1] === undefined ? name : accessPointArn(region, path[2] ?? '', name);
  if (bucket === undefined || (path[1] === undefined && !isBucketName(bucket))) return undefined;
  return { bucket, key, ...(region ? { region } : {}), ...(versionId ? { versionId } : {}) };
}

function accessPointArn(region: string | undefined, account: string, name: string): string | undefined {
  if (region === undefined || !/^[a-z0-9-]+$/.test(name)) return undefined;
  return `arn:${partitionOf(region)}:s3:${region}:${account}:accesspoint/${name}`;
}
