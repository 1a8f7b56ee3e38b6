import type { BucketAddress } from '../../shared/bucket-address.ts';
import type { DeletionScope } from '../../shared/deletion.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { CreateBucketDialog } from '../features/bucket-work/create-bucket-dialog.tsx';
import { DeleteBucketDialog } from '../features/bucket-work/delete-bucket-dialog.tsx';
import { DeletionDialog } from '../features/bucket-work/deletion-dialog.tsx';
import { FolderSizeDialog } from '../features/folder-size/folder-size-dialog.tsx';

/** Something that is done with a bucket in a dialog. */
export type BucketTask =
  | { readonly kind: 'create'; readonly target: RoleTarget }
  | { readonly kind: 'delete-objects'; readonly at: BucketAddress; readonly scope: DeletionScope }
  | { readonly kind: 'delete-bucket'; readonly at: BucketAddress }
  | { readonly kind: 'measure'; readonly at: BucketAddress; readonly prefix: string };

export interface BucketDialogsProps {
  readonly task: BucketTask | undefined;
  readonly onTask: (task: BucketTask | undefined) => void;
  readonly defaultRegion: string | undefined;
  readonly onCreated: (bucket: string) => void;
  readonly onDeleted: (bucket: string) => void;
  /** Shows the incomplete uploads below a prefix, where the view can. */
  readonly onShowUploads?: ((prefix: string) => void) | undefined;
  readonly onSignIn: () => void;
}

/** The dialog of the task that is under way. */
export function BucketDialogs(props: BucketDialogsProps) {
  const { task, onTask, defaultRegion, onCreated, onDeleted, onShowUploads, onSignIn } = props;
  if (task === undefined) return null;
  const common = { onClose: () => onTask(undefined), onSignIn };
  switch (task.kind) {
    case 'create':
      return (
        <CreateBucketDialog
          {...common}
          target={task.target}
          defaultRegion={defaultRegion}
          onCreated={({ name }) => {
            onTask(undefined);
            onCreated(name);
          }}
        />
      );
    case 'delete-objects':
      return <DeletionDialog {...common} at={task.at} scope={task.scope} />;
    case 'delete-bucket':
      return (
        <DeleteBucketDialog
          {...common}
          at={task.at}
          onDeleted={() => {
            onTask(undefined);
            onDeleted(task.at.bucket);
          }}
          onEmpty={() => onTask({ kind: 'delete-objects', at: task.at, scope: { kind: 'bucket' } })}
        />
      );
    case 'measure':
      return (
        <FolderSizeDialog
          {...common}
          at={task.at}
          prefix={task.prefix}
          onShowUploads={
            onShowUploads &&
            (() => {
              onTask(undefined);
              onShowUploads(task.prefix);
            })
          }
        />
      );
  }
}
