import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../shared/settings.ts';
import { roleTargetSchema } from '../bridge/request-schemas.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import { writeFailure } from './write-failure.ts';

const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'ja']).catch('system'),
  detailsShare: z.number().min(0).max(100).optional().catch(undefined),
  lastTarget: roleTargetSchema.optional().catch(undefined),
});

/** The app's own settings, in `settings.json`. A file that can't be understood is set aside, not erased. */
export class SettingsStore {
  readonly snapshots: Snapshots<Settings>;
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, settings: Settings) {
    this.#path = path;
    this.snapshots = new Snapshots(settings);
  }

  static async open(folder: string): Promise<SettingsStore> {
    const path = join(folder, 'settings.json');
    return new SettingsStore(path, await read(path));
  }

  /** @throws {AppFailure} `disk.*`; the change then holds until the app ends */
  async update(change: SettingsChange): Promise<void> {
    const changed = { ...this.snapshots.value, ...withoutUndefined(change) };
    this.snapshots.set(changed);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write(changed));
    await this.#writing;
  }

  async #write(settings: Settings): Promise<void> {
    try {
      await mkdir(join(this.#path, '..'), { recursive: true, mode: 0o700 });
      await writeFileAtomic(this.#path, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    } catch (thrown) {
      throw writeFailure(this.#path, thrown);
    }
  }
}

async function read(path: string): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return DEFAULT_SETTINGS;
  }
  try {
    return { ...DEFAULT_SETTINGS, ...settingsSchema.parse(JSON.parse(text)) };
  } catch {
    await rename(path, `${path}.damaged`).catch(() => undefined);
    return DEFAULT_SETTINGS;
  }
}

function withoutUndefined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
