import type { BucketAddress } from '../../shared/bucket-address.ts';
import type { Overview } from '../../shared/contract.ts';
import type { Places, PlacesChange } from '../../shared/places.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import type { AppInfo } from '../../shared/settings.ts';
import type { SignIns } from '../../shared/sign-in.ts';
import type { BucketViewMemory } from '../features/buckets/bucket-actions.ts';
import type { ObjectViewMemory } from '../features/objects/object-view-types.ts';
import type { ConfigEdit } from '../features/profiles/config-edit.ts';
import type { SessionActions } from './use-session-actions.ts';
import type { View } from './view.ts';

/** What every view of the window has in common. */
export interface Workbench {
  readonly overview: Overview;
  readonly signIns: SignIns;
  readonly actions: SessionActions;
  readonly host: AppInfo['host'] | undefined;
  readonly places: Places;
  readonly changePlaces: (change: PlacesChange) => void;
  readonly go: Go;
  /** Opens the form, or what else was asked for, of a profile or session. */
  readonly edit: (edit: ConfigEdit) => void;
  readonly detailsOpen: boolean;
  readonly onDetails: (open: boolean) => void;
  readonly memories: ViewMemories;
}

/** Shows something: in the present tab, in its place there without a way back, or in a new tab. */
export type Go = (view: View, where?: 'here' | 'in-place' | 'new-tab') => void;

/** How views were left, by the id of their history entry; not a state that anything is drawn from. */
export interface ViewMemories {
  readonly folders: Map<number, ObjectViewMemory>;
  readonly buckets: Map<number, BucketViewMemory>;
}

export function noMemories(): ViewMemories {
  return { folders: new Map(), buckets: new Map() };
}

/** A bucket's address, with what was agreed to for it before. */
export function addressOf(target: RoleTarget, bucket: string, { buckets }: Places): BucketAddress {
  const key = targetKey(target);
  const known = buckets.find((one) => one.bucket === bucket && targetKey(one.target) === key);
  return known?.requesterPays === true ? { target, bucket, requesterPays: true } : { target, bucket };
}
