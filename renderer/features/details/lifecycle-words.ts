import type { LifecycleAction, LifecycleRule } from '../../../shared/bucket-details.ts';
import type { DetailsMessages } from '../../../shared/messages/en/details.ts';
import { formatNumber } from '../../ui/format.ts';

type RuleWords = DetailsMessages['bucket']['rule'];

/** Whom a lifecycle rule concerns, in words. */
export function lifecycleScope(rule: RuleWords, { scope }: LifecycleRule): string {
  return scope.length === 0 ? rule.everything : rule.only({ scope: scope.join(rule.and) });
}

/** What one action of a lifecycle rule does, as a sentence. */
export function lifecycleSentence(rule: RuleWords, locale: string, action: LifecycleAction): string {
  const count = (days: number) => ({ count: days, text: formatNumber(locale, days) });
  // S3 counts dates of rules at midnight UTC.
  const day = (at: number) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  switch (action.kind) {
    case 'expire':
      return action.date === undefined
        ? rule.expireAfter(count(action.days ?? 0))
        : rule.expireOn({ date: day(action.date) });
    case 'expire-markers':
      return rule.expireMarkers;
    case 'transition':
      return action.date === undefined
        ? rule.transitionAfter({ ...count(action.days ?? 0), to: action.storageClass })
        : rule.transitionOn({ date: day(action.date), to: action.storageClass });
    case 'expire-noncurrent':
      return action.keep === undefined
        ? rule.expireNoncurrent(count(action.days))
        : rule.expireNoncurrentKeeping({ ...count(action.days), keep: formatNumber(locale, action.keep) });
    case 'transition-noncurrent':
      return rule.transitionNoncurrent({ ...count(action.days), to: action.storageClass });
    case 'abort-uploads':
      return rule.abortUploads(count(action.days));
  }
}
