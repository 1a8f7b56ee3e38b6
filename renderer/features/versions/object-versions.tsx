import { type ReactNode, useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { objectVersionsCommand } from '../../../shared/details-command.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandChip } from '../../ui/command-chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { Comparison } from './comparison.tsx';
import { useVersions } from './use-versions.ts';
import { VersionFooter } from './version-footer.tsx';
import { VersionList } from './version-list.tsx';
import styles from './versions.module.css';

export interface ObjectVersionsProps {
  readonly at: BucketAddress;
  readonly objectKey: string;
  readonly preview?: ((key: string, versionId: string) => ReactNode) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

type Below = { readonly kind: 'inside'; readonly versionId: string } | { readonly kind: 'comparison' };

/** All versions and delete markers of an object; two can be compared, one can be looked into. */
export function ObjectVersions({ at, objectKey, preview, onClose, onSignIn }: ObjectVersionsProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const list = useVersions(at, { kind: 'object', key: objectKey });
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [below, setBelow] = useState<Below>();
  const { versions, error, loading, pages, neverVersioned } = list;
  // The newest stands first, so the second of two picked ones is the older.
  const [newer, older] = versions.filter(({ versionId }) => picked.includes(versionId));
  const pick = (versionId: string) => {
    const rest = picked.filter((each) => each !== versionId);
    // With a third, the one picked first gives way.
    setPicked(rest.length < picked.length ? rest : [...rest, versionId].slice(-2));
    setBelow((now) => (now?.kind === 'comparison' ? undefined : now));
  };
  const inside = below?.kind === 'inside' ? below.versionId : undefined;
  const looked = versions.find(({ versionId }) => versionId === inside);
  return (
    <ViewFrame
      title={words.title({ name: objectKey })}
      note={`s3://${at.bucket}/${objectKey}`}
      closeLabel={words.close}
      onClose={onClose}
    >
      {neverVersioned && (
        <Banner tone="info" title={words.never.title}>
          {words.never.body}
        </Banner>
      )}
      {error !== undefined && (
        <div className={styles.error}>
          <ErrorNotice
            error={error}
            remedies={{ retry: pages === undefined ? list.refresh : list.resume, 'sign-in': onSignIn }}
          />
        </div>
      )}
      {versions.length > 0 && (
        <div className={styles.bar}>
          <Button
            onPress={() => setBelow({ kind: 'comparison' })}
            isDisabled={newer === undefined || older === undefined}
          >
            {words.compare}
          </Button>
          <span className={styles.dim}>{words.compareHint}</span>
        </div>
      )}
      {versions.length === 0 && !loading && pages !== undefined && error === undefined ? (
        <EmptyState {...words.gone} />
      ) : (
        <VersionList
          versions={versions}
          picked={picked}
          onPick={pick}
          looked={inside}
          onLook={preview === undefined ? undefined : (versionId) => setBelow({ kind: 'inside', versionId })}
          busy={loading}
        />
      )}
      {below?.kind === 'comparison' && newer !== undefined && older !== undefined && (
        <div className={styles.below}>
          <Comparison
            at={at}
            older={older}
            newer={newer}
            onClose={() => setBelow(undefined)}
            onSignIn={onSignIn}
          />
        </div>
      )}
      {looked !== undefined && (
        <section
          className={styles.below}
          aria-label={words.previewOf({ time: formatDateTime(locale, looked.modified) })}
        >
          <h3 className={styles.belowTitle}>
            {words.previewOf({ time: formatDateTime(locale, looked.modified) })}
          </h3>
          {preview?.(objectKey, looked.versionId)}
        </section>
      )}
      <div className={styles.command}>
        <CommandChip command={objectVersionsCommand(at, objectKey)} />
      </div>
      <VersionFooter list={list} />
    </ViewFrame>
  );
}
