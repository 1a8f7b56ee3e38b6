import { Check, TriangleAlert } from 'lucide-react';
import type { BucketDetails, PublicAccessBlock } from '../../../shared/bucket-details.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { indentJson } from '../../ui/indent-json.ts';
import { useSpeech } from '../../ui/language.tsx';
import { FactGroup, Facts } from './facts.tsx';
import { PartValue } from './part-value.tsx';

import styles from './details.module.css';

const BLOCKS = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
] as const satisfies readonly (keyof PublicAccessBlock)[];

/** Who may get at the bucket: the four blocks, ownership, the policy. */
export function BucketAccess({ details }: { readonly details: BucketDetails }) {
  const { messages } = useSpeech();
  const { bucket: words, object } = messages.details;
  const { policy } = details;
  return (
    <>
      <FactGroup title={words.groups.access}>
        <h4 className={styles.subtitle}>{words.publicAccess}</h4>
        <PartValue part={details.publicAccess} none={words.noBlock}>
          {(block) => (
            <ul className={styles.marks}>
              {BLOCKS.map((name) => (
                <li key={name} data-on={block[name]}>
                  {block[name] ? <Check size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
                  <span>{words.blocks[name]}</span>
                  <span className={styles.state}>{block[name] ? object.on : object.off}</span>
                </li>
              ))}
            </ul>
          )}
        </PartValue>
        <Facts
          entries={[
            [
              words.facts.policyStatus,
              <PartValue key="status" part={details.policyStatus} none={words.noPolicy}>
                {({ isPublic }) => (isPublic ? object.yes : object.no)}
              </PartValue>,
            ],
            [
              words.facts.ownership,
              <PartValue key="ownership" part={details.ownership}>
                {(ownership) => ownership}
              </PartValue>,
            ],
          ]}
        />
      </FactGroup>
      <FactGroup
        title={words.groups.policy}
        tools={policy.state === 'known' && <CopyButton text={policy.value} what={words.policy} />}
      >
        <PartValue part={policy} none={words.noPolicy}>
          {(text) => (
            <pre className={styles.code} tabIndex={0} aria-label={words.groups.policy}>
              {indentJson(text)}
            </pre>
          )}
        </PartValue>
      </FactGroup>
    </>
  );
}
