import { type AwsProfiles, readAwsProfiles } from './aws-profiles.ts';
import { readConfigFile } from './config-file.ts';
import type { ConfigPaths } from './config-paths.ts';
import { ConfigWatcher } from './config-watcher.ts';

export interface ConfigState extends AwsProfiles {
  readonly files: {
    readonly config: { readonly path: string; readonly exists: boolean };
    readonly credentials: { readonly path: string; readonly exists: boolean };
  };
}

/** The person's config as it is on disk now; reads again by itself when another program changes it. */
export class ConfigService {
  readonly #paths: ConfigPaths;
  readonly #changed: (state: ConfigState) => void;
  readonly #watcher: ConfigWatcher;
  #state: ConfigState | undefined;
  #turn = 0;
  #reading: Promise<void> = Promise.resolve();

  private constructor(paths: ConfigPaths, changed: (state: ConfigState) => void) {
    this.#paths = paths;
    this.#changed = changed;
    this.#watcher = new ConfigWatcher([paths.config, paths.credentials], () => void this.reload());
  }

  static async open(paths: ConfigPaths, changed: (state: ConfigState) => void): Promise<ConfigService> {
    const service = new ConfigService(paths, changed);
    // First note what is there, then read it: a change in between is then seen as one.
    await service.#watcher.ready;
    service.#state = await read(paths);
    return service;
  }

  get state(): ConfigState {
    if (this.#state === undefined) throw new Error('config is read before it was opened');
    return this.#state;
  }

  /** Reads again. What stands in the files when it is called has been read when it ends, whoever else reads, too. */
  reload(): Promise<void> {
    this.#reading = this.#read((this.#turn += 1));
    return this.#reading;
  }

  close(): void {
    this.#watcher.close();
  }

  async #read(turn: number): Promise<void> {
    const state = await read(this.#paths);
    // A slower reading of an older file must not win over a newer one; who waits for it waits for that one.
    if (turn !== this.#turn) return this.#reading;
    this.#state = state;
    this.#changed(state);
  }
}

async function read(paths: ConfigPaths): Promise<ConfigState> {
  const [config, credentials] = await Promise.all([
    readConfigFile(paths.config),
    readConfigFile(paths.credentials),
  ]);
  return {
    ...readAwsProfiles(config, credentials),
    files: {
      config: { path: config.path, exists: config.exists },
      credentials: { path: credentials.path, exists: credentials.exists },
    },
  };
}
