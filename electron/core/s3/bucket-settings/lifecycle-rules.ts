import type { LifecycleRule as S3Rule } from '@aws-sdk/client-s3';
import type { LifecycleAction, LifecycleRule } from '../../../../shared/bucket-details.ts';

/** A lifecycle rule as S3 keeps it (both forms of its filter), in the shape in which it is shown. */
export function lifecycleRule(rule: S3Rule): LifecycleRule {
  return {
    id: rule.ID ?? '',
    enabled: rule.Status === 'Enabled',
    scope: scope(rule),
    actions: actions(rule),
  };
}

function scope({ Prefix, Filter = {} }: S3Rule): string[] {
  const all = { ...Filter, ...Filter.And };
  const prefix = all.Prefix ?? Prefix;
  const tags = [...(Filter.Tag === undefined ? [] : [Filter.Tag]), ...(Filter.And?.Tags ?? [])];
  return [
    ...(prefix ? [`prefix=${prefix}`] : []),
    ...tags.map(({ Key, Value }) => `tag:${Key}=${Value}`),
    ...(all.ObjectSizeGreaterThan === undefined ? [] : [`size>${all.ObjectSizeGreaterThan}`]),
    ...(all.ObjectSizeLessThan === undefined ? [] : [`size<${all.ObjectSizeLessThan}`]),
  ];
}

function actions(rule: S3Rule): LifecycleAction[] {
  const { Expiration, NoncurrentVersionExpiration: noncurrent, AbortIncompleteMultipartUpload: abort } = rule;
  const found: LifecycleAction[] = [];
  for (const { StorageClass, Days, Date: date } of rule.Transitions ?? []) {
    found.push({ kind: 'transition', storageClass: StorageClass ?? '', ...when(Days, date) });
  }
  if (Expiration?.Days !== undefined || Expiration?.Date !== undefined) {
    found.push({ kind: 'expire', ...when(Expiration.Days, Expiration.Date) });
  }
  if (Expiration?.ExpiredObjectDeleteMarker === true) found.push({ kind: 'expire-markers' });
  for (const { StorageClass, NoncurrentDays } of rule.NoncurrentVersionTransitions ?? []) {
    found.push({
      kind: 'transition-noncurrent',
      storageClass: StorageClass ?? '',
      days: NoncurrentDays ?? 0,
    });
  }
  if (noncurrent !== undefined) {
    const { NoncurrentDays = 0, NewerNoncurrentVersions: keep } = noncurrent;
    found.push({
      kind: 'expire-noncurrent',
      days: NoncurrentDays,
      ...(keep === undefined ? {} : { keep }),
    });
  }
  if (abort !== undefined) found.push({ kind: 'abort-uploads', days: abort.DaysAfterInitiation ?? 0 });
  return found;
}

function when(days: number | undefined, date: Date | undefined): { days?: number; date?: number } {
  return { ...(days === undefined ? {} : { days }), ...(date === undefined ? {} : { date: date.getTime() }) };
}
