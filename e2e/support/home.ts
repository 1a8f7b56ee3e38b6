import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A throw-away home folder with an `.aws` in it. */
export interface Home {
  readonly folder: string;
  /** `.aws/config` */
  readonly config: string;
  /** Where the app keeps its own files. */
  readonly dataFolder: string;
  writeConfig(text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function makeHome(config?: string): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-home-'));
  await mkdir(join(folder, '.aws'));
  const path = join(folder, '.aws', 'config');
  const home: Home = {
    folder,
    config: path,
    dataFolder: join(folder, 'data'),
    writeConfig: (text) => writeFile(path, text),
    // A program that is just ending may still write into its folder.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  if (config !== undefined) await home.writeConfig(config);
  return home;
}
