import type { ConfigChange } from '../../../../shared/config-change.ts';
import { AppFailure, failure } from '../../app-failure.ts';
import { type ConfigReading, isSameReading } from './config-reading.ts';
import { FILE_ROLES, type FileRole } from './plan/config-files.ts';
import { type FileEdit, fileEdits, sameEdits } from './plan/file-diff.ts';
import { planChange } from './plan/plan-change.ts';
import type { PlannedChange } from './plan/planned-change.ts';

/** A change and what it does to the files as they were read. */
export interface WorkedOutPlan {
  readonly change: ConfigChange;
  readonly reading: ConfigReading;
  readonly plan: PlannedChange;
  readonly edits: readonly FileEdit[];
}

/** @throws {AppFailure} `config.unreadable`, `config.no-such-section`, `config.name-taken`, `config.bad-value` */
export function workOut(reading: ConfigReading, change: ConfigChange): WorkedOutPlan {
  const { failures } = reading;
  const unreadable = FILE_ROLES.map((file) => failures[file]).find((found) => found !== undefined);
  let plan: PlannedChange;
  try {
    plan = planChange(reading.files, change, reading.paths);
  } catch (thrown) {
    // What isn't found may stand in the file that can't be read.
    const isMissing = thrown instanceof AppFailure && thrown.error.code === 'config.no-such-section';
    throw isMissing ? (unreadable ?? thrown) : thrown;
  }
  const edits = fileEdits(plan);
  for (const { file } of edits) {
    const found = failures[file];
    if (found !== undefined) throw found;
  }
  return { change, reading, plan, edits };
}

/**
 * The new bytes of each planned file, for the files as they are now.
 * @throws {AppFailure} `config.changed-elsewhere` where the change would do something else by now
 */
export function stillPlanned(held: WorkedOutPlan, now: ConfigReading): Map<FileRole, Uint8Array> {
  const { plan } = isSameReading(held.reading, now) ? held : again(held, now);
  return new Map(held.edits.map(({ file }) => [file, plan.after[file].bytes]));
}

function again(held: WorkedOutPlan, now: ConfigReading): WorkedOutPlan {
  const changed = FILE_ROLES.find(
    (file) => held.reading.files[file].lines.join('\n') !== now.files[file].lines.join('\n'),
  );
  const path = held.reading.paths[changed ?? held.edits[0]?.file ?? 'config'];
  if (held.edits.some(({ file }) => isEmptied(held.reading, now, file)))
    throw failure('config.changed-elsewhere', { path });
  try {
    const worked = workOut(now, held.change);
    if (sameEdits(held.edits, worked.edits)) return worked;
  } catch (thrown) {
    if (!(thrown instanceof AppFailure) || thrown.error.code === 'config.unreadable') throw thrown;
    throw failure('config.changed-elsewhere', { path }, thrown.error.code, thrown);
  }
  throw failure('config.changed-elsewhere', { path });
}

/** Programs that write in place empty a file first: what they write then would be lost with the file we replace. */
function isEmptied(before: ConfigReading, now: ConfigReading, file: FileRole): boolean {
  const isEmpty = ({ targets }: ConfigReading) => (targets[file].bytes?.length ?? 0) === 0;
  return isEmpty(now) && !isEmpty(before);
}
