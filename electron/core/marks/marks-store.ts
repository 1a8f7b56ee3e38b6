import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { PROFILE_COLOURS, type ProfileMark, type ProfileMarkChange } from '../../../shared/profile-mark.ts';
import { targetKey } from '../../../shared/role-target.ts';
import { roleTargetSchema } from '../bridge/request-schemas.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import type { Clock } from '../ports.ts';
import { systemClock } from '../support/system-clock.ts';
import { writeFailure } from '../support/write-failure.ts';
import { changeMarks, renameInMarks, withinLimits } from './change-marks.ts';

const fileSchema = z.object({ marks: z.array(z.unknown()) });
const markSchema: z.ZodType<ProfileMark> = z.object({
  target: roleTargetSchema,
  starred: z.boolean(),
  colour: z.enum(PROFILE_COLOURS).optional(),
  production: z.boolean().optional(),
  usedAt: z.number().min(0),
});

type Marks = readonly ProfileMark[];

/**
 * What a person noted about profiles and roles (star, colour, production) and when each was used, in `marks.json`.
 * A file that can't be understood is set aside, not erased; of one that can, an entry that can't is left out.
 */
export class MarksStore {
  readonly snapshots: Snapshots<Marks>;
  readonly #path: string;
  readonly #clock: Pick<Clock, 'now'>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, marks: Marks, clock: Pick<Clock, 'now'>) {
    this.#path = path;
    this.#clock = clock;
    this.snapshots = new Snapshots(marks);
  }

  static async open(folder: string, clock: Pick<Clock, 'now'> = systemClock): Promise<MarksStore> {
    const path = join(folder, 'marks.json');
    return new MarksStore(path, await read(path), clock);
  }

  /** @throws {AppFailure} `disk.*`; the change then holds until the app ends */
  async set(change: ProfileMarkChange): Promise<void> {
    await this.#change(changeMarks(this.snapshots.value, change, this.#clock.now()));
  }

  /**
   * Takes over what was noted about a profile, or about the roles of a session, that has another name now.
   * @throws {AppFailure} `disk.*`; the change then holds until the app ends
   */
  async renamed(what: 'profile' | 'session', from: string, to: string): Promise<void> {
    await this.#change(renameInMarks(this.snapshots.value, what, from, to));
  }

  async #change(after: Marks): Promise<void> {
    if (after === this.snapshots.value) return;
    this.snapshots.set(after);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write(after));
    await this.#writing;
  }

  async #write(marks: Marks): Promise<void> {
    // Changes that came in a burst are written once, as the last of them left it.
    if (marks !== this.snapshots.value) return;
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFileAtomic(this.#path, `${JSON.stringify({ marks }, null, 1)}\n`, { mode: 0o600 });
    } catch (thrown) {
      throw writeFailure(this.#path, thrown);
    }
  }
}

async function read(path: string): Promise<Marks> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return [];
  }
  try {
    const { marks } = fileSchema.parse(JSON.parse(text));
    const understood = marks.flatMap((entry) => {
      const { data } = markSchema.safeParse(entry);
      return data === undefined ? [] : [data];
    });
    // Each target once; the last one counts.
    return withinLimits([...new Map(understood.map((mark) => [targetKey(mark.target), mark])).values()]);
  } catch {
    await rename(path, `${path}.damaged`).catch(() => undefined);
    return [];
  }
}
