import type { ActivityAction } from '../../../shared/activity.ts';
import { option, profileOption } from '../../../shared/command-line.ts';
import {
  deletionCommands,
  folderSizeCommand,
  objectVersionsCommand,
} from '../../../shared/details-command.ts';
import type { DeletionSpec } from '../../../shared/deletion.ts';
import type { ListingSpec } from '../../../shared/listing.ts';
import { listingCommand } from '../../../shared/object-command.ts';
import type { RecordedWork } from '../activity/activity-log.ts';
import type { RecordListing } from './listing/listing.ts';

const LISTING_ACTIONS: Readonly<Record<ListingSpec['kind'], ActivityAction>> = {
  folder: 'list-objects',
  search: 'search-objects',
  measure: 'measure-folder',
};

/** Puts each listing into the activity log, from its beginning to its first end. */
export function recordListings(record: RecordedWork): RecordListing {
  return (spec, signal, run) => record(LISTING_ACTIONS[spec.kind], listingCommand(spec), signal, run);
}

/** Runs one step of a deletion and keeps a record of it. */
export type RecordDeletion = (
  spec: DeletionSpec,
  step: 'count' | 'delete',
  signal: AbortSignal,
  run: () => Promise<void>,
) => Promise<void>;

/** Puts counting and deleting into the activity log. */
export function recordDeletions(record: RecordedWork): RecordDeletion {
  return (spec, step, signal, run) => {
    if (step === 'count') return record('count-objects', countCommand(spec), signal, run);
    // Rows chosen one by one have no command of their own.
    const command = deletionCommands(spec).join('\n') || s3api('delete-objects', spec);
    return record('delete-objects', command, signal, run);
  };
}

/** What counts the same. Never a command that deletes: somebody may copy it to look for themselves. */
function countCommand(spec: DeletionSpec): string {
  const { at, scope, what } = spec;
  // The rows are counted already; all that is asked is whether deleting them can be undone.
  if (scope.kind === 'selection') return s3api('get-bucket-versioning', spec);
  const prefix = scope.kind === 'prefix' ? scope.prefix : '';
  return what === 'current' ? folderSizeCommand(at, prefix) : objectVersionsCommand(at, prefix);
}

function s3api(operation: string, { at: { bucket, target } }: DeletionSpec): string {
  return `aws s3api ${operation}${option('bucket', bucket)}${profileOption(target)}`;
}
