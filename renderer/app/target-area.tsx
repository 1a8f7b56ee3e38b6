import { useMemo, useState } from 'react';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import { folderOf } from '../../shared/s3-location.ts';
import type { SessionView } from '../../shared/session.ts';
import type { BucketActions } from '../features/buckets/bucket-actions.ts';
import { BucketView } from '../features/buckets/bucket-view.tsx';
import { Button } from '../ui/button.tsx';
import { DialogNote } from '../ui/dialog-note.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSpeech } from '../ui/language.tsx';
import { runPageCommand } from '../ui/page-commands.ts';
import { showToast } from '../ui/toast-store.ts';
import { BucketDialogs, type BucketTask } from './bucket-dialogs.tsx';
import { DetailsPane, SidePane } from './details-pane.tsx';
import { RoleGate } from './role-gate.tsx';
import type { RoleNames } from './role-names.ts';
import { WhoBadge } from './who-badge.tsx';
import { addressOf, type Workbench } from './workbench.ts';
import styles from './shell.module.css';

export interface TargetAreaProps {
  readonly target: RoleTarget;
  /** Of the history entry that is shown. */
  readonly entryId: number;
  readonly bench: Workbench;
}

/** A role's buckets. */
export function TargetArea({ target, entryId, bench }: TargetAreaProps) {
  return (
    <RoleGate target={target} bench={bench}>
      {(session, names) => (
        <DialogNote value={<WhoBadge names={names} />}>
          <Buckets key={`${targetKey(target)} ${entryId}`} {...{ target, entryId, bench, session, names }} />
        </DialogNote>
      )}
    </RoleGate>
  );
}

interface BucketsProps extends TargetAreaProps {
  readonly session: SessionView | undefined;
  readonly names: RoleNames;
}

function Buckets({ target, entryId, bench, session, names }: BucketsProps) {
  const { messages } = useSpeech();
  const words = messages.navigation.buckets;
  const { memories, places, go, changePlaces, detailsOpen, onDetails } = bench;
  const [task, setTask] = useState<BucketTask>();
  const [detailed, setDetailed] = useState<string>();
  const onSignIn = () => session !== undefined && bench.actions.signIn(session);
  const at = (bucket: string) => addressOf(target, bucket, places);
  const actions: BucketActions = {
    open: ({ bucket, key, versionId }, where) => {
      const reveal = key === '' || key.endsWith('/') ? {} : { reveal: { key, versionId } };
      go({ kind: 'folder', at: at(bucket), prefix: folderOf(key), ...reveal }, where);
    },
    showDetails: (bucket) => {
      setDetailed(bucket);
      onDetails(true);
    },
    create: () => setTask({ kind: 'create', target }),
    empty: (bucket) => setTask({ kind: 'delete-objects', at: at(bucket), scope: { kind: 'bucket' } }),
    remove: (bucket) => setTask({ kind: 'delete-bucket', at: at(bucket) }),
    remember: ({ name, region }) =>
      changePlaces({
        kind: 'remember-bucket',
        bucket: { target, bucket: name, ...(region === undefined ? {} : { region }) },
      }),
    forget: (bucket) => {
      changePlaces({ kind: 'forget-bucket', target, bucket });
      showToast(words.forgotten({ bucket }));
    },
  };
  const onMemory = useMemo(
    () => (memory: Parameters<typeof memories.buckets.set>[1]) => {
      memories.buckets.set(entryId, memory);
      if (memory.selected !== undefined) setDetailed(memory.selected);
    },
    [memories, entryId],
  );
  return (
    <div className={styles.split}>
      <div className={styles.stack}>
        <BucketView
          target={target}
          role={names}
          session={session}
          onSignIn={onSignIn}
          profileHelp={<EditProfileHelp target={target} bench={bench} />}
          actions={actions}
          memory={memories.buckets.get(entryId)}
          onMemory={onMemory}
        />
      </div>
      {detailsOpen && detailed === undefined && (
        <SidePane>
          <EmptyState title={messages.details.bucket.chooseTitle} body={messages.details.bucket.choose} />
        </SidePane>
      )}
      {detailsOpen && detailed !== undefined && (
        <DetailsPane
          at={at(detailed)}
          subject={BUCKET}
          onClose={() => onDetails(false)}
          onSignIn={onSignIn}
        />
      )}
      <BucketDialogs
        task={task}
        onTask={setTask}
        defaultRegion={names.region}
        onSignIn={onSignIn}
        onCreated={(bucket) => {
          showToast(words.created({ bucket }));
          runPageCommand('refresh');
        }}
        onDeleted={(bucket) => {
          showToast(words.deleted({ bucket }));
          changePlaces({ kind: 'forget-bucket', target, bucket });
          runPageCommand('refresh');
        }}
      />
    </div>
  );
}

/** Where the profile itself is wrong, the way to its form. */
function EditProfileHelp({ target, bench }: HelpProps) {
  const { messages } = useSpeech();
  if (target.kind !== 'profile') return null;
  const { profile } = target;
  return (
    <div className={styles.way}>
      <Button onPress={() => bench.edit({ kind: 'profile', name: profile, task: 'edit' })}>
        {messages.profiles.edit.profileTitle({ name: profile })}
      </Button>
    </div>
  );
}

interface HelpProps {
  readonly target: RoleTarget;
  readonly bench: Workbench;
}

const BUCKET = { kind: 'bucket' } as const;
