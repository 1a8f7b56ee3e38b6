import type { BucketAddress } from '../../../shared/bucket-address.ts';
import type { ObjectDetails } from '../../../shared/object-details.ts';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatDateTime, formatExactTime, formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { StorageClassName } from '../../ui/storage-class-name.tsx';
import { Copyable, FactGroup, Facts } from './facts.tsx';
import { ObjectProtection } from './object-protection.tsx';
import { PartValue } from './part-value.tsx';
import { TagList } from './tag-list.tsx';
import styles from './details.module.css';

export interface ObjectFactsProps {
  readonly at: BucketAddress;
  readonly details: ObjectDetails;
}

/** The facts of an object, in groups. */
export function ObjectFacts({ at, details }: ObjectFactsProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.object;
  const { facts, groups } = words;
  const { key, size, modified, etag, versionId, contentType, uploadedParts } = details;
  const copy = (name: string, text: string) => <Copyable text={text} what={name} />;
  return (
    <>
      <FactGroup title={groups.object}>
        <Facts
          entries={[
            [facts.uri, copy(facts.uri, `s3://${at.bucket}/${key}`)],
            [facts.key, copy(facts.key, key)],
            [
              facts.size,
              <span key="size" title={words.bytes({ text: formatNumber(locale, size) })}>
                {formatBytes(locale, size)}
                {size >= 1024 && (
                  <span className={styles.dim}> ({words.bytes({ text: formatNumber(locale, size) })})</span>
                )}
              </span>,
            ],
            modified === undefined
              ? undefined
              : [
                  facts.modified,
                  <span key="modified" title={formatExactTime(locale, modified)}>
                    {formatDateTime(locale, modified)}
                  </span>,
                ],
            [facts.class, <StorageClassName key="class" name={details.storageClass} />],
            contentType === undefined ? undefined : [facts.type, copy(facts.type, contentType)],
            versionId === undefined ? undefined : [facts.version, copy(facts.version, versionId)],
            [
              facts.owner,
              <PartValue key="owner" part={details.owner}>
                {(owner) => copy(facts.owner, owner)}
              </PartValue>,
            ],
          ]}
        />
      </FactGroup>
      <ObjectProtection details={details} />
      <FactGroup title={groups.integrity}>
        <Facts
          entries={[
            etag === undefined ? undefined : [facts.etag, copy(facts.etag, etag)],
            [
              facts.checksums,
              <PartValue key="checksums" part={details.checksums}>
                {(checksums) => (
                  <ul className={styles.lines}>
                    {checksums.map(({ algorithm, value, type }) => (
                      <li key={algorithm}>
                        {algorithm}
                        {type === 'COMPOSITE' && <span className={styles.dim}> ({words.composite})</span>}
                        {copy(algorithm, value)}
                      </li>
                    ))}
                  </ul>
                )}
              </PartValue>,
            ],
            uploadedParts === undefined
              ? undefined
              : [
                  facts.parts,
                  words.partCount({ count: uploadedParts, text: formatNumber(locale, uploadedParts) }),
                ],
          ]}
        />
      </FactGroup>
      <FactGroup title={groups.tags}>
        <PartValue part={details.tags} none={words.noTags}>
          {(tags) => <TagList tags={tags} none={words.noTags} />}
        </PartValue>
      </FactGroup>
      <FactGroup title={groups.metadata}>
        <TagList tags={details.metadata} none={words.noMetadata} />
      </FactGroup>
      <FactGroup title={groups.content}>
        <TagList tags={details.headers} none={words.noHeaders} />
      </FactGroup>
    </>
  );
}
