import { type ReactNode, useMemo, useState } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { folderVersionsCommand } from '../../../shared/details-command.ts';
import { Banner } from '../../ui/banner.tsx';
import { CommandChip } from '../../ui/command-chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ViewFrame } from '../../ui/view-frame.tsx';
import { changeTimes, folderAt } from './folder-at.ts';
import { FolderTable } from './folder-table.tsx';
import { TimeChoice } from './time-choice.tsx';
import { useVersions } from './use-versions.ts';
import { VersionFooter } from './version-footer.tsx';
import styles from './versions.module.css';

export interface FolderVersionsProps {
  readonly at: BucketAddress;
  readonly prefix: string;
  readonly preview?: ((key: string, versionId: string) => ReactNode) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
  readonly onOpenFolder?: ((prefix: string) => void) | undefined;
}

/** A folder as it was at a chosen time. */
export function FolderVersions(props: FolderVersionsProps) {
  const { at, prefix, preview, onClose, onSignIn, onOpenFolder } = props;
  const { messages, locale } = useSpeech();
  const words = messages.details.versions;
  const list = useVersions(at, { kind: 'folder', prefix });
  const [time, setTime] = useState<number>();
  const [looked, setLooked] = useState<{ key: string; versionId: string; modified: number }>();
  const { versions, folders, error, loading, pages, neverVersioned } = list;
  const times = useMemo(() => changeTimes(versions), [versions]);
  const entries = useMemo(() => folderAt(versions, time ?? Infinity), [versions, time]);
  const nothing = entries.length === 0 && folders.length === 0;
  const complete = !loading && pages !== undefined && error === undefined;
  return (
    <ViewFrame
      title={words.folderTitle({ name: prefix === '' ? words.root(at) : prefix })}
      note={folders.length > 0 ? words.foldersNote : undefined}
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
      <TimeChoice times={times} time={time} onTime={setTime} />
      {nothing && complete ? (
        <EmptyState {...(versions.length === 0 ? words.emptyFolder : words.notYet)} />
      ) : (
        <FolderTable
          prefix={prefix}
          folders={folders}
          entries={entries}
          onOpenFolder={onOpenFolder}
          onLook={
            preview === undefined
              ? undefined
              : ({ key, versionId, modified }) => setLooked({ key, versionId, modified })
          }
          busy={loading}
        />
      )}
      {looked !== undefined && looked.key.startsWith(prefix) && (
        <section className={styles.below} aria-label={looked.key}>
          <h3 className={styles.belowTitle}>
            {looked.key.slice(prefix.length)}
            <span className={styles.dim}>
              {' '}
              {words.previewOf({ time: formatDateTime(locale, looked.modified) })}
            </span>
          </h3>
          {preview?.(looked.key, looked.versionId)}
        </section>
      )}
      <div className={styles.command}>
        <CommandChip command={folderVersionsCommand(at, prefix)} />
      </div>
      <VersionFooter list={list} />
    </ViewFrame>
  );
}
