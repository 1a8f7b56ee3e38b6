import { failure } from '../../../app-failure.ts';
import type { FileRecord } from '../change-record.ts';
import type { ConfigReading } from '../config-reading.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { WrittenFile } from '../locked-config.ts';
import { sha256 } from './fingerprints.ts';
import { recordLines, takeBack } from './take-back.ts';

const NOTHING = new Uint8Array();

/** What has to be kept of a written file for taking it back. */
export function recordFile({ file, before, bytes = NOTHING, backup }: WrittenFile, salt: string): FileRecord {
  const kept =
    before.bytes === undefined || backup === undefined
      ? {}
      : { before: { sha256: sha256(before.bytes), backup } };
  return {
    file,
    target: before.target,
    ...kept,
    after: sha256(bytes),
    lines: recordLines(before.bytes, bytes, salt),
  };
}

/**
 * A file's bytes with our change taken back; undefined where the change had made the file.
 * @throws {AppFailure} `config.nothing-to-undo` where the backup is gone, `config.changed-elsewhere`,
 *   `config.unreadable`
 */
export async function undoneFile(
  { file, target, before, after, lines }: FileRecord,
  { targets, failures }: ConfigReading,
  fs: FileSystem,
): Promise<Uint8Array | undefined> {
  const unreadable = failures[file];
  if (unreadable !== undefined) throw unreadable;
  const now = targets[file];
  const original = before === undefined ? undefined : await readBackup(before.backup, before.sha256, fs);
  if (now.bytes === undefined || now.target !== target)
    throw failure('config.changed-elsewhere', { path: now.path });
  if (sha256(now.bytes) === after) return original;
  const bytes = takeBack(lines, original ?? NOTHING, now.bytes);
  if (bytes === undefined) throw failure('config.changed-elsewhere', { path: now.path });
  return bytes;
}

async function readBackup(path: string, expected: string, fs: FileSystem): Promise<Uint8Array> {
  const bytes = await fs.readFile(path).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== expected) throw failure('config.nothing-to-undo', {});
  return bytes;
}
