import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { BucketPanel } from './bucket-panel.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { ObjectPanel } from './object-panel.tsx';
import styles from './details.module.css';

export type DetailsSubject =
  | { readonly kind: 'bucket' }
  | { readonly kind: 'object'; readonly key: string; readonly versionId?: string | undefined }
  | { readonly kind: 'folder'; readonly prefix: string };

export interface DetailsPanelProps {
  readonly at: BucketAddress;
  readonly subject: DetailsSubject;
  /** Shown above the facts, e.g. what is inside the object. */
  readonly preview?: ReactNode;
  readonly onShowVersions?: (() => void) | undefined;
  /** Counts a folder's size. */
  readonly onMeasure?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** What there is to know of an object, a folder or a bucket, beside the list. */
export function DetailsPanel({ subject, ...props }: DetailsPanelProps) {
  return (
    <div className={styles.panel}>
      {subject.kind === 'bucket' && <BucketPanel {...props} />}
      {subject.kind === 'folder' && <FolderPanel {...props} prefix={subject.prefix} />}
      {subject.kind === 'object' && (
        <ObjectPanel {...props} objectKey={subject.key} versionId={subject.versionId} />
      )}
    </div>
  );
}
