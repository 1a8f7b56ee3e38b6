import { ARCHIVE_CLASSES, type ObjectRecord } from './object-record.ts';

/** A copy of an archived object that was asked for. Both are epoch milliseconds. */
export interface Restore {
  readonly readyAt: number;
  readonly expiresAt: number;
}

export type RestoreState = 'none' | 'ongoing' | 'restored';

export function restoreState({ restore }: ObjectRecord, now: number): RestoreState {
  if (restore === undefined || restore.expiresAt <= now) return 'none';
  return restore.readyAt > now ? 'ongoing' : 'restored';
}

/** Whether an object must be restored before it can be read. */
export function isArchived(object: ObjectRecord, now: number): boolean {
  return ARCHIVE_CLASSES.has(object.storageClass) && restoreState(object, now) !== 'restored';
}

/** (S3 API reference, HeadObject, `x-amz-restore`.) */
export function restoreHeader(object: ObjectRecord, now: number): Record<string, string> {
  const state = restoreState(object, now);
  if (object.restore === undefined || state === 'none') return {};
  if (state === 'ongoing') return { 'x-amz-restore': 'ongoing-request="true"' };
  const expiry = new Date(object.restore.expiresAt).toUTCString();
  return { 'x-amz-restore': `ongoing-request="false", expiry-date="${expiry}"` };
}
