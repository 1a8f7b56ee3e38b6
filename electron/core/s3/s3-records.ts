import type { ActivityAction } from '../../../shared/activity.ts';
import { option, profileOption } from '../../../shared/command-line.ts';
import { deletionCommands } from '../../../shared/details-command.ts';
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
    const action = step === 'count' ? 'count-objects' : 'delete-objects';
    const { bucket, target } = spec.at;
    // Rows chosen one by one have no command of their own.
    const chosen = `aws s3api delete-objects${option('bucket', bucket)}${profileOption(target)}`;
    const command = deletionCommands(spec).join('\n') || chosen;
    return record(action, command, signal, run);
  };
}
