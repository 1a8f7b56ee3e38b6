import { z } from 'zod';
import type { ConfigChange, LastConfigChange } from '../../../../shared/config-change.ts';
import type { FileRole } from './plan/config-files.ts';
import type { LineRecord } from './undo/take-back.ts';
import { type WrittenDelta, writtenProfileSchema } from './written-profiles.ts';

/** What is kept of a change to one file. No line of it: those taken out stand in the backup. */
export interface FileRecord {
  readonly file: FileRole;
  /** What was written, with links followed. */
  readonly target: string;
  /** Absent where the file was made by the change. */
  readonly before?: { readonly sha256: string; readonly backup: string } | undefined;
  readonly after: string;
  readonly lines: LineRecord;
}

/** The last change, and all that is needed to take it back. */
export interface ChangeRecord {
  readonly change: LastConfigChange;
  readonly files: readonly FileRecord[];
  readonly written: WrittenDelta;
  readonly renamed?:
    { readonly what: 'profile' | 'session'; readonly from: string; readonly to: string } | undefined;
}

const KINDS = [
  'add-session',
  'add-profiles',
  'edit-profile',
  'edit-session',
  'duplicate-profile',
  'delete-profiles',
  'delete-session',
] as const satisfies readonly ConfigChange['kind'][];

const texts = z.array(z.string());
const place = z.int().min(0);

export const changeRecordSchema: z.ZodType<ChangeRecord> = z.object({
  change: z.object({
    changeId: z.string(),
    at: z.number(),
    what: z.enum(KINDS),
    names: texts,
    undone: z.boolean(),
    backups: texts,
  }),
  files: z.array(
    z.object({
      file: z.enum(['config', 'credentials']),
      target: z.string(),
      before: z.object({ sha256: z.string(), backup: z.string() }).optional(),
      after: z.string(),
      lines: z.object({
        salt: z.string(),
        hunks: z.array(z.object({ from: place, to: place, added: texts })),
        touched: texts,
      }),
    }),
  ),
  written: z.object({ added: z.array(writtenProfileSchema), removed: z.array(writtenProfileSchema) }),
  renamed: z.object({ what: z.enum(['profile', 'session']), from: z.string(), to: z.string() }).optional(),
});
