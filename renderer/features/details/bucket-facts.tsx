import { bucketArn } from '../../../shared/bucket.ts';
import type { BucketDetails } from '../../../shared/bucket-details.ts';
import { isKnownRegion } from '../../../shared/regions.ts';
import { partitionOf } from '../../../shared/partition.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Copyable, FactGroup, Facts } from './facts.tsx';
import { PartValue } from './part-value.tsx';
import { TagList } from './tag-list.tsx';
import styles from './details.module.css';

/** Name, region, versions, encryption, and the settings with one value each. */
export function BucketFacts({ details }: { readonly details: BucketDetails }) {
  const { messages, locale } = useSpeech();
  const { bucket: words, object, regions } = messages.details;
  const { facts, groups } = words;
  const { bucket, region } = details;
  const arn = bucket.startsWith('arn:') ? bucket : bucketArn(partitionOf(region ?? ''), bucket);
  const named = object.encryptions as Readonly<Record<string, string>>;
  const text = (count: number) => ({ count, text: formatNumber(locale, count) });
  return (
    <>
      <FactGroup title={groups.bucket}>
        <Facts
          entries={[
            [facts.name, <Copyable key="name" text={bucket} what={facts.name} />],
            [facts.arn, <Copyable key="arn" text={arn} what={facts.arn} />],
            region === undefined
              ? undefined
              : [
                  facts.region,
                  <span key="region">
                    {region}
                    {isKnownRegion(region) && <span className={styles.dim}> {regions[region]}</span>}
                  </span>,
                ],
            [
              facts.versioning,
              <PartValue key="versioning" part={details.versioning} none={words.versioning.never}>
                {({ status, mfaDelete }) => (
                  <>
                    {words.versioning[status]}
                    {mfaDelete && <span className={styles.dim}> ({facts.mfaDelete})</span>}
                  </>
                )}
              </PartValue>,
            ],
            [
              facts.encryption,
              <PartValue key="encryption" part={details.encryption}>
                {({ algorithm, keyId, bucketKey }) => (
                  <>
                    {named[algorithm] ?? algorithm}
                    {bucketKey && (
                      <span className={styles.dim}>
                        {' '}
                        ({object.facts.bucketKey}: {object.on})
                      </span>
                    )}
                    {keyId !== undefined && <Copyable text={keyId} what={object.facts.kmsKey} />}
                  </>
                )}
              </PartValue>,
            ],
            [
              facts.objectLock,
              <PartValue key="lock" part={details.objectLock}>
                {({ mode, days, years }) =>
                  mode === undefined
                    ? words.lockOn
                    : words.lockDefault({
                        mode,
                        period: years === undefined ? words.days(text(days ?? 0)) : words.years(text(years)),
                      })
                }
              </PartValue>,
            ],
          ]}
        />
      </FactGroup>
      <FactGroup title={groups.tags}>
        <PartValue part={details.tags} none={words.noTags}>
          {(tags) => <TagList tags={tags} none={words.noTags} />}
        </PartValue>
      </FactGroup>
    </>
  );
}
