import type { BucketDetails, CorsRule } from '../../../shared/bucket-details.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { FactGroup, Facts } from './facts.tsx';
import { lifecycleScope, lifecycleSentence } from './lifecycle-words.ts';
import { PartValue } from './part-value.tsx';
import styles from './details.module.css';

/** Lifecycle and CORS in words, and what else the bucket does by itself. */
export function BucketRules({ details }: { readonly details: BucketDetails }) {
  const { messages, locale } = useSpeech();
  const { bucket: words, object } = messages.details;
  const { rule, website, facts } = words;
  return (
    <>
      <FactGroup title={words.groups.lifecycle}>
        <PartValue part={details.lifecycle} none={words.noLifecycle}>
          {(rules) => (
            <ul className={styles.rules}>
              {rules.map((each, index) => (
                // Rules have no names that are sure to differ, and don't move.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index} className={styles.rule}>
                  <span className={styles.ruleName}>{each.id === '' ? rule.unnamed : each.id}</span>{' '}
                  <span className={styles.dim}>({each.enabled ? rule.enabled : rule.disabled})</span>
                  <p className={styles.dim}>{lifecycleScope(rule, each)}</p>
                  <ul className={styles.bullets}>
                    {each.actions.map((action) => {
                      const sentence = lifecycleSentence(rule, locale, action);
                      return <li key={sentence}>{sentence}</li>;
                    })}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </PartValue>
      </FactGroup>
      <FactGroup title={words.groups.cors}>
        <PartValue part={details.cors} none={words.noCors}>
          {(rules) => (
            <ul className={styles.rules}>
              {rules.map((each, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index} className={styles.rule}>
                  <span className={styles.ruleName}>
                    {words.cors.rule({ number: formatNumber(locale, index + 1) })}
                  </span>
                  <CorsFacts rule={each} />
                </li>
              ))}
            </ul>
          )}
        </PartValue>
      </FactGroup>
      <FactGroup title={words.groups.more}>
        <Facts
          entries={[
            [
              facts.replication,
              <PartValue key="replication" part={details.replication}>
                {(rules) => (
                  <ul className={styles.lines}>
                    {rules.map(({ id, destination, enabled }) => (
                      <li key={`${id} ${destination}`}>
                        {words.replicates({ id, to: destination })}
                        {!enabled && <span className={styles.dim}> ({words.replicationOff})</span>}
                      </li>
                    ))}
                  </ul>
                )}
              </PartValue>,
            ],
            [
              facts.logging,
              <PartValue key="logging" part={details.logging}>
                {(target) => words.logsTo(target)}
              </PartValue>,
            ],
            [
              facts.website,
              <PartValue key="website" part={details.website}>
                {({ index, error, redirect }) =>
                  redirect === undefined
                    ? website.pages({ index: index ?? '–', error: error ?? '–' })
                    : website.redirect({ to: redirect })
                }
              </PartValue>,
            ],
            [
              facts.requester,
              <PartValue key="requester" part={details.requester}>
                {(payer) => (payer === 'Requester' ? object.yes : object.no)}
              </PartValue>,
            ],
          ]}
        />
      </FactGroup>
    </>
  );
}

function CorsFacts({ rule }: { readonly rule: CorsRule }) {
  const { messages, locale } = useSpeech();
  const { cors } = messages.details.bucket;
  const { origins, methods, headers, exposed, maxAgeSeconds } = rule;
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? undefined : ([name, values.join(', ')] as const);
  return (
    <Facts
      entries={[
        list(cors.origins, origins),
        list(cors.methods, methods),
        list(cors.headers, headers),
        list(cors.exposed, exposed),
        maxAgeSeconds === undefined
          ? undefined
          : [cors.maxAge, cors.seconds({ text: formatNumber(locale, maxAgeSeconds) })],
      ]}
    />
  );
}
