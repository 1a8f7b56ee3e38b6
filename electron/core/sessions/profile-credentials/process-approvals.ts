import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { writeFailure } from '../../support/write-failure.ts';

const fileSchema = z.object({ approved: z.array(z.string()) });

/**
 * The commands that the person has allowed to be run, each for one profile, in `approved-processes.json`. Only hashes
 * are kept: commands may hold secrets.
 */
export class ProcessApprovals {
  readonly #folder: string;
  readonly #path: string;
  #approved: Promise<Set<string>> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param folder the app's own; made when first needed */
  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'approved-processes.json');
  }

  async has(profile: string, command: string): Promise<boolean> {
    return (await this.#load()).has(fingerprint(profile, command));
  }

  /** @throws {AppFailure} `disk.*`; the approval then holds until the app ends */
  async add(profile: string, command: string): Promise<void> {
    const approved = await this.#load();
    approved.add(fingerprint(profile, command));
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write([...approved]));
    await this.#writing;
  }

  #load(): Promise<Set<string>> {
    this.#approved ??= read(this.#path);
    return this.#approved;
  }

  async #write(approved: readonly string[]): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFileAtomic(this.#path, `${JSON.stringify({ approved }, null, 1)}\n`, { mode: 0o600 });
    } catch (thrown) {
      throw writeFailure(this.#path, thrown);
    }
  }
}

function fingerprint(profile: string, command: string): string {
  return createHash('sha256')
    .update(JSON.stringify([profile, command]))
    .digest('hex');
}

/** A file that can't be understood is set aside; everything is asked again then. */
async function read(path: string): Promise<Set<string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return new Set();
  }
  try {
    return new Set(fileSchema.parse(JSON.parse(text)).approved);
  } catch {
    await rename(path, `${path}.damaged`).catch(() => undefined);
    return new Set();
  }
}
