import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SessionView } from '../../shared/session.ts';
import { bucketLabel } from '../../shared/s3-arn.ts';
import type { DetailsSubject } from '../features/details/details-panel.tsx';
import { ObjectView } from '../features/objects/object-view.tsx';
import type {
  FocusedRow,
  ObjectActions,
  ObjectViewMemory,
  VersionScope,
} from '../features/objects/object-view-types.ts';
import { ObjectPreview } from '../features/preview/object-preview.tsx';
import { UploadsView } from '../features/uploads/uploads-view.tsx';
import { VersionsView } from '../features/versions/versions-view.tsx';
import { DialogNote } from '../ui/dialog-note.ts';
import { ShownContext } from '../ui/page-commands.ts';
import { BucketDialogs, type BucketTask } from './bucket-dialogs.tsx';
import { DetailsPane } from './details-pane.tsx';
import { PayerHint } from './payer-hint.tsx';
import { RoleGate } from './role-gate.tsx';
import type { RoleNames } from './role-names.ts';
import { folderName } from './tabs/tab-title.ts';
import { useCopyLink } from './use-copy-link.ts';
import type { FolderView } from './view.ts';
import { WhoBadge } from './who-badge.tsx';
import type { Workbench } from './workbench.ts';
import styles from './shell.module.css';

export interface FolderAreaProps {
  readonly view: FolderView;
  /** Of the history entry that is shown. */
  readonly entryId: number;
  /** Its tab is shown. */
  readonly active: boolean;
  readonly bench: Workbench;
}

/** A folder of a bucket: its objects, the details beside them, and what was opened over them. */
export function FolderArea(props: FolderAreaProps) {
  const { at, prefix } = props.view;
  const title = folderName(prefix) ?? bucketLabel(at.bucket);
  return (
    <RoleGate target={at.target} bench={props.bench} title={title}>
      {(session, names) => (
        <>
          {/* For screen readers; for eyes the path stands above. */}
          <h1 className={styles.quiet}>{title}</h1>
          <DialogNote value={<WhoBadge names={names} />}>
            <Folder key={props.entryId} {...props} session={session} names={names} />
          </DialogNote>
        </>
      )}
    </RoleGate>
  );
}

interface FolderProps extends FolderAreaProps {
  readonly session: SessionView | undefined;
  readonly names: RoleNames;
}

/** Something opened over the objects. */
type Over =
  | { readonly kind: 'versions'; readonly scope: VersionScope }
  | { readonly kind: 'uploads'; readonly prefix: string };

const FIRST_SORT = { column: 'name', direction: 'ascending' } as const;

function Folder({ view, entryId, active, bench, session, names }: FolderProps) {
  const { at, prefix, search, reveal } = view;
  const { memories, go, detailsOpen, onDetails } = bench;
  const [task, setTask] = useState<BucketTask>();
  const [over, setOver] = useState<Over>();
  const [subject, setSubject] = useState<DetailsSubject>(() => subjectOf(reveal, prefix));
  const copyLink = useCopyLink(names);
  const onSignIn = () => session !== undefined && bench.actions.signIn(session);
  const memory = memories.folders.get(entryId) ?? revealing(reveal);
  const onMemory = useCallback(
    (left: ObjectViewMemory) => void memories.folders.set(entryId, left),
    [memories, entryId],
  );
  useEffect(() => {
    // Whoever names one object wants to know about it.
    if (reveal !== undefined && !memories.folders.has(entryId)) onDetails(true);
  }, [reveal, memories, entryId, onDetails]);
  const onFocusRow = useCallback(
    (row: FocusedRow | undefined) =>
      setSubject(row === undefined ? subjectOf(undefined, prefix) : rowSubject(row)),
    [prefix],
  );
  const showObject = useCallback(
    (key: string) => {
      setSubject(key.endsWith('/') ? { kind: 'folder', prefix: key } : { kind: 'object', key });
      onDetails(true);
    },
    [onDetails],
  );
  const actions = useMemo<ObjectActions>(
    () => ({
      showDetails: showObject,
      showVersions: (scope) => setOver({ kind: 'versions', scope }),
      showUploads: (below) => setOver({ kind: 'uploads', prefix: below }),
      measure: (below) => setTask({ kind: 'measure', at, prefix: below }),
      remove: (listingId) => setTask({ kind: 'delete-objects', at, scope: { kind: 'selection', listingId } }),
      copyLink: (below) => copyLink({ ...at, prefix: below }),
    }),
    [at, showObject, copyLink],
  );
  const open = (to: string, where: 'here' | 'new-tab' = 'here') =>
    go({ kind: 'folder', at, prefix: to }, where);
  const previewOf = (key: string, versionId: string) => (
    <ObjectPreview at={at} objectKey={key} versionId={versionId} onSignIn={onSignIn} />
  );
  const opened = subject.kind === 'object' ? subject.key : undefined;
  return (
    <div className={styles.split}>
      <div className={styles.stack}>
        <ShownContext value={active && over === undefined}>
          <div className={styles.layer} inert={over !== undefined} style={seen(over === undefined)}>
            <ObjectView
              at={at}
              prefix={prefix}
              search={search}
              active={active && over === undefined}
              memory={memory}
              onMemory={onMemory}
              onOpenFolder={open}
              onSearch={(criteria) =>
                go({ kind: 'folder', at, prefix, ...(criteria === undefined ? {} : { search: criteria }) })
              }
              onFocusRow={onFocusRow}
              onOpenObject={showObject}
              actions={actions}
              onSignIn={onSignIn}
              deniedHelp={<PayerHint view={view} go={go} />}
            />
          </div>
        </ShownContext>
        {over?.kind === 'versions' && (
          <VersionsView
            at={at}
            scope={over.scope}
            preview={previewOf}
            onClose={() => setOver(undefined)}
            onSignIn={onSignIn}
            onOpenFolder={(below) => setOver({ kind: 'versions', scope: { kind: 'folder', prefix: below } })}
          />
        )}
        {over?.kind === 'uploads' && (
          <UploadsView at={at} prefix={over.prefix} onClose={() => setOver(undefined)} onSignIn={onSignIn} />
        )}
      </div>
      {detailsOpen && over === undefined && (
        <DetailsPane
          at={at}
          subject={subject}
          onShowVersions={
            opened === undefined
              ? undefined
              : () => setOver({ kind: 'versions', scope: { kind: 'object', key: opened } })
          }
          onMeasure={
            subject.kind === 'folder'
              ? () => setTask({ kind: 'measure', at, prefix: subject.prefix })
              : undefined
          }
          onClose={() => onDetails(false)}
          onSignIn={onSignIn}
        />
      )}
      <BucketDialogs
        task={task}
        onTask={setTask}
        defaultRegion={names.region}
        onSignIn={onSignIn}
        onShowUploads={(below) => setOver({ kind: 'uploads', prefix: below })}
        onCreated={() => {}}
        onDeleted={() => go({ kind: 'target', target: at.target }, 'in-place')}
      />
    </div>
  );
}

function subjectOf(reveal: FolderView['reveal'], prefix: string): DetailsSubject {
  if (reveal !== undefined) {
    const { key, versionId } = reveal;
    return { kind: 'object', key, ...(versionId === undefined ? {} : { versionId }) };
  }
  return prefix === '' ? { kind: 'bucket' } : { kind: 'folder', prefix };
}

function rowSubject({ kind, key }: FocusedRow): DetailsSubject {
  return kind === 'folder' ? { kind, prefix: key } : { kind, key };
}

/** The first memory of a folder that was opened for one of its objects. */
function revealing(reveal: FolderView['reveal']): ObjectViewMemory | undefined {
  return reveal && { sort: FIRST_SORT, filter: '', scroll: 0, focusKey: reveal.key };
}

/** Out of sight, or as visible as the tab that it is in. */
function seen(shown: boolean) {
  return shown ? {} : ({ visibility: 'hidden' } as const);
}
