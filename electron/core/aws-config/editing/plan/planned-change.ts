import type { ConfigPlanNote, ConfigReference } from '../../../../../shared/config-change.ts';
import type { SectionEdit } from '../../../../../shared/configure-command.ts';
import type { ConfigFiles } from './config-files.ts';
import type { WrittenChange } from './written-profile.ts';

/** A change worked out on the files as they were read. */
export interface PlannedChange {
  readonly before: ConfigFiles;
  readonly after: ConfigFiles;
  readonly edits: readonly SectionEdit[];
  readonly references: readonly ConfigReference[];
  readonly notes: readonly ConfigPlanNote[];
  /** Of the profiles or sessions that it is about. */
  readonly names: readonly string[];
  readonly written: WrittenChange;
}
