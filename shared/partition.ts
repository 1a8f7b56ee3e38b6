/**
 * The AWS partition of a region, by the prefixes of the SDK's `partitions.json`; `aws` for anything else
 * (S3-compatible servers have regions of their own making).
 */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  if (region.startsWith('us-iso-')) return 'aws-iso';
  if (region.startsWith('us-isob-')) return 'aws-iso-b';
  if (region.startsWith('eu-isoe-')) return 'aws-iso-e';
  if (region.startsWith('us-isof-')) return 'aws-iso-f';
  return 'aws';
}

/** Where a partition's public endpoints are (SDK `partitions.json`, `dnsSuffix`). */
export function dnsSuffix(partition: string): string {
  if (partition === 'aws-cn') return 'amazonaws.com.cn';
  return partition === 'aws-eusc' ? 'amazonaws.eu' : 'amazonaws.com';
}
