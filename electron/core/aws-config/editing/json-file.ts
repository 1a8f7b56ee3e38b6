import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { writeFailure } from '../../support/write-failure.ts';

/** A small file of the app's own. One that can't be understood is set aside, not erased. */
export class JsonFile<Value> {
  readonly #path: string;
  readonly #schema: z.ZodType<Value>;

  constructor(path: string, schema: z.ZodType<Value>) {
    this.#path = path;
    this.#schema = schema;
  }

  async read(): Promise<Value | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch {
      return undefined;
    }
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch {
      await rename(this.#path, `${this.#path}.damaged`).catch(() => undefined);
      return undefined;
    }
  }

  /** @throws {AppFailure} `disk.*` */
  async write(value: Value): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFileAtomic(this.#path, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    } catch (thrown) {
      throw writeFailure(this.#path, thrown);
    }
  }
}
