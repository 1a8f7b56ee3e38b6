import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigChange, ConfigPlan } from '../../../../../shared/config-change.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import type { ConfigPaths } from '../../config-paths.ts';
import { ConfigEditor } from '../config-editor.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { FileRole } from '../plan/config-files.ts';

/** An editor with a throw-away home folder. */
export interface EditorHome {
  readonly folder: string;
  readonly paths: ConfigPaths;
  readonly dataFolder: string;
  readonly clock: FakeClock;
  readonly editor: ConfigEditor;
  /** How often the config was to be read again. */
  readonly written: { times: number };
  readonly renamed: [what: string, from: string, to: string][];
  /** A file's text; undefined where there is none. */
  text(file: FileRole): Promise<string | undefined>;
  write(file: FileRole, text: string): Promise<void>;
  /** Plans and applies. */
  change(change: ConfigChange): Promise<ConfigPlan>;
  /** Takes the last change back. */
  undo(): Promise<void>;
  /** Another editor on the same files, as after a restart. */
  reopen(fileSystem?: FileSystem): Promise<ConfigEditor>;
  remove(): Promise<void>;
}

export async function makeEditorHome(
  texts: Partial<Record<FileRole, string>> = {},
  fileSystem?: FileSystem,
): Promise<EditorHome> {
  const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-editor-'));
  const paths = { config: join(folder, '.aws', 'config'), credentials: join(folder, '.aws', 'credentials') };
  await mkdir(join(folder, '.aws'));
  const dataFolder = join(folder, 'data');
  const clock = new FakeClock();
  const written = { times: 0 };
  const renamed: [string, string, string][] = [];
  const reopen = (files?: FileSystem) =>
    ConfigEditor.open({
      paths,
      dataFolder,
      clock,
      onWritten: async () => void (written.times += 1),
      onRenamed: async (...what) => void renamed.push(what),
      ...(files === undefined ? {} : { fileSystem: files }),
    });
  const write = (file: FileRole, text: string) => writeFile(paths[file], text);
  for (const file of ['config', 'credentials'] as const) {
    const text = texts[file];
    if (text !== undefined) await write(file, text);
  }
  const editor = await reopen(fileSystem);
  return {
    folder,
    paths,
    dataFolder,
    clock,
    editor,
    written,
    renamed,
    text: (file) => readFile(paths[file], 'utf8').catch(() => undefined),
    write,
    async change(change) {
      const plan = await editor.plan(change);
      await editor.apply(plan.planId);
      return plan;
    },
    undo: () => editor.undo(editor.snapshots.value?.changeId ?? ''),
    reopen,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
