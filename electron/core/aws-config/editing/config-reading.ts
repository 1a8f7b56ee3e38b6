import { AppFailure } from '../../app-failure.ts';
import type { ConfigPaths } from '../config-paths.ts';
import { ConfigDocument } from '../document/config-document.ts';
import type { FileSystem } from './files/file-system.ts';
import { sameBytes } from './files/staged-file.ts';
import { readTarget, type TargetFile } from './files/target-file.ts';
import { type ConfigFiles, FILE_ROLES, type FileRole } from './plan/config-files.ts';

/** Both files as they are on disk at one moment. */
export interface ConfigReading {
  readonly files: ConfigFiles;
  readonly targets: Readonly<Record<FileRole, TargetFile>>;
  /** Where both paths lead to one file, everything is in the config file. */
  readonly paths: ConfigPaths;
  /** A file that can't be read counts as empty, as for the AWS CLI; nothing may be written to it. */
  readonly failures: Partial<Readonly<Record<FileRole, AppFailure>>>;
}

const NOTHING = new Uint8Array();

/** Never throws for what is on disk: see {@link ConfigReading.failures}. */
export async function readConfig(paths: ConfigPaths, fs: FileSystem): Promise<ConfigReading> {
  const failures: Partial<Record<FileRole, AppFailure>> = {};
  const read = async (file: FileRole): Promise<TargetFile> => {
    try {
      return await readTarget(paths[file], fs);
    } catch (thrown) {
      if (!(thrown instanceof AppFailure)) throw thrown;
      failures[file] = thrown;
      return { path: paths[file], target: paths[file] };
    }
  };
  const [config, credentials] = await Promise.all([read('config'), read('credentials')]);
  const isOne = config.target === credentials.target;
  return {
    files: {
      config: ConfigDocument.read(config.bytes ?? NOTHING, paths.config),
      credentials: ConfigDocument.read((isOne ? undefined : credentials.bytes) ?? NOTHING, paths.credentials),
    },
    targets: { config, credentials },
    paths: isOne ? { config: paths.config, credentials: paths.config } : paths,
    failures,
  };
}

/** Whether nothing has changed on disk, neither bytes nor where links lead. */
export function isSameReading(one: ConfigReading, other: ConfigReading): boolean {
  return FILE_ROLES.every((file) => {
    const [a, b] = [one.targets[file], other.targets[file]];
    const isReadable = (one.failures[file] ?? other.failures[file]) === undefined;
    return isReadable && a.target === b.target && sameBytes(a.bytes, b.bytes);
  });
}
