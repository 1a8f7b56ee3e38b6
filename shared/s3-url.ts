import { isBucketName } from './bucket-name.ts';
import { parseConsoleUrl } from './console-url.ts';
import { partitionOf } from './partition.ts';
import type { S3Location } from './s3-location.ts';
import { type SplitUrl, decoded, splitUrl } from './split-url.ts';

/** Names of regions: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`, … */
const REGION = '[a-z]{2,5}(?:-[a-z]+){1,2}-\\d';
// Endpoint domains by partition (SDK `partitions.json`).
const SUFFIX = '(?:amazonaws\\.com\\.cn|amazonaws\\.com|amazonaws\\.eu|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov)';
// S3 user guide: virtual-hosted and path style, dual-stack, FIPS, `s3-REGION` from before 2019, acceleration,
// websites. A name may hold dots, even `s3` between them, so the longest one that leaves an endpoint is it.
const ENDPOINT = new RegExp(
  `^(?:(.+)\\.)?(?:s3-accelerate(?:\\.dualstack)?|s3-external-1|s3-website[.-](${REGION})` +
    `|s3(?:-fips)?(?:\\.dualstack)?(?:[.-](${REGION}))?)\\.${SUFFIX}$`,
);
const ACCESS_POINT = new RegExp(
  `^([a-z0-9-]+)-(\\d{12})\\.s3-accesspoint(?:-fips)?(?:\\.dualstack)?\\.(${REGION})\\.${SUFFIX}$`,
);

/** The place that an address of the S3 console, or an https address of an object, means. */
export function parseS3Url(text: string): S3Location | undefined {
  const url = splitUrl(text);
  if (url === undefined) return undefined;
  return parseConsoleUrl(url) ?? fromAccessPoint(url) ?? fromEndpoint(url);
}

function fromEndpoint(url: SplitUrl): S3Location | undefined {
  const match = ENDPOINT.exec(url.host);
  if (match === null) return undefined;
  const [, hosted, website, region = website] = match;
  const path = url.path.replace(/^\//, '');
  const slash = path.indexOf('/');
  const named = slash < 0 ? path : path.slice(0, slash);
  const bucket = hosted ?? decoded(named);
  const key = decoded(hosted === undefined ? (slash < 0 ? '' : path.slice(slash + 1)) : path);
  if (bucket === undefined || key === undefined || !isBucketName(bucket)) return undefined;
  return located(bucket, key, region, url);
}

function fromAccessPoint(url: SplitUrl): S3Location | undefined {
  const match = ACCESS_POINT.exec(url.host);
  const key = decoded(url.path.replace(/^\//, ''));
  if (match === null || key === undefined) return undefined;
  const [, name = '', account = '', region = ''] = match;
  const arn = `arn:${partitionOf(region)}:s3:${region}:${account}:accesspoint/${name}`;
  return located(arn, key, region, url);
}

function located(bucket: string, key: string, region: string | undefined, url: SplitUrl): S3Location {
  const versionId = url.parameter('versionId');
  return {
    bucket,
    key,
    ...(region === undefined ? {} : { region }),
    ...(versionId === undefined || versionId === '' ? {} : { versionId }),
  };
}
