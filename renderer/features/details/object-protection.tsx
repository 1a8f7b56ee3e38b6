import type { ObjectDetails, RestoreState } from '../../../shared/object-details.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { Copyable, FactGroup, Facts } from './facts.tsx';
import { PartValue } from './part-value.tsx';

/** Encryption, locks, copies, and what will happen to the object. */
export function ObjectProtection({ details }: { readonly details: ObjectDetails }) {
  const { messages, locale } = useSpeech();
  const words = messages.details.object;
  const { facts } = words;
  const { encryption, replication, restore, expiration } = details;
  const named = words.encryptions as Readonly<Record<string, string>>;
  const restored = (state: RestoreState) =>
    state.state === 'restored' && state.until !== undefined
      ? words.restore.restoredUntil({ time: formatDateTime(locale, state.until) })
      : words.restore[state.state];
  return (
    <FactGroup title={words.groups.protection}>
      <Facts
        entries={[
          [
            facts.encryption,
            encryption === undefined ? words.none : (named[encryption.algorithm] ?? encryption.algorithm),
          ],
          encryption?.keyId === undefined
            ? undefined
            : [facts.kmsKey, <Copyable key="kms" text={encryption.keyId} what={facts.kmsKey} />],
          encryption?.bucketKey === undefined
            ? undefined
            : [facts.bucketKey, encryption.bucketKey ? words.on : words.off],
          [
            facts.lock,
            <PartValue key="lock" part={details.lock}>
              {({ mode, until }) => words.lockUntil({ mode, time: formatDateTime(locale, until) })}
            </PartValue>,
          ],
          [
            facts.hold,
            <PartValue key="hold" part={details.legalHold}>
              {(held) => (held ? words.on : words.off)}
            </PartValue>,
          ],
          [facts.replication, replication ?? words.none],
          restore === undefined ? undefined : [facts.restore, restored(restore)],
          expiration === undefined
            ? undefined
            : [
                facts.expiration,
                words.expiresBy({ time: formatDateTime(locale, expiration.at), rule: expiration.rule }),
              ],
        ]}
      />
    </FactGroup>
  );
}
