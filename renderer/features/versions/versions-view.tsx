import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { FolderVersions } from './folder-versions.tsx';
import { ObjectVersions } from './object-versions.tsx';
import type { VersionScope } from './use-versions.ts';

export interface VersionsViewProps {
  readonly at: BucketAddress;
  readonly scope: VersionScope;
  /** What is inside a version. */
  readonly preview?: ((key: string, versionId: string) => ReactNode) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
  /** Shows another folder as it was; the chosen time stays as long as the view does. */
  readonly onOpenFolder?: ((prefix: string) => void) | undefined;
}

/** The versions of an object, or a folder as it was at a chosen time. */
export function VersionsView({ scope, onOpenFolder, ...props }: VersionsViewProps) {
  if (scope.kind === 'object') return <ObjectVersions key={scope.key} {...props} objectKey={scope.key} />;
  return <FolderVersions {...props} prefix={scope.prefix} onOpenFolder={onOpenFolder} />;
}
