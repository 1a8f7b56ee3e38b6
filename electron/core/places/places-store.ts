import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { NO_PLACES, type Places, type PlacesChange } from '../../../shared/places.ts';
import { bookmarkSchema, placeSchema, rememberedBucketSchema } from '../bridge/request-schemas.ts';
import { Snapshots } from '../bridge/snapshots.ts';
import type { Clock } from '../ports.ts';
import { systemClock } from '../support/system-clock.ts';
import { writeFailure } from '../support/write-failure.ts';
import { changePlaces, MOST_BOOKMARKS, MOST_BUCKETS, MOST_RECENTS } from './change-places.ts';

const fileSchema = z.object({
  bookmarks: z.array(z.unknown()),
  recents: z.array(z.unknown()),
  buckets: z.array(z.unknown()),
});
const visitSchema = z.looseObject({ visitedAt: z.number().finite() });

/**
 * Bookmarks, recent places and buckets opened by name, in `places.json`. A file that can't be understood is
 * set aside, not erased; of one that can, an entry that can't is left out.
 */
export class PlacesStore {
  readonly snapshots: Snapshots<Places>;
  readonly #path: string;
  readonly #clock: Pick<Clock, 'now'>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, places: Places, clock: Pick<Clock, 'now'>) {
    this.#path = path;
    this.#clock = clock;
    this.snapshots = new Snapshots(places);
  }

  static async open(folder: string, clock: Pick<Clock, 'now'> = systemClock): Promise<PlacesStore> {
    const path = join(folder, 'places.json');
    return new PlacesStore(path, await read(path), clock);
  }

  /** @throws {AppFailure} `disk.*`; the change then holds until the app ends */
  async change(change: PlacesChange): Promise<void> {
    const before = this.snapshots.value;
    const after = changePlaces(before, change, this.#clock.now());
    this.snapshots.set(after);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write(after));
    await this.#writing;
  }

  async #write(places: Places): Promise<void> {
    // Changes that came in a burst are written once, as the last of them left it.
    if (places !== this.snapshots.value) return;
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFileAtomic(this.#path, `${JSON.stringify(places, null, 1)}\n`, { mode: 0o600 });
    } catch (thrown) {
      throw writeFailure(this.#path, thrown);
    }
  }
}

async function read(path: string): Promise<Places> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return NO_PLACES;
  }
  try {
    const file = fileSchema.parse(JSON.parse(text));
    return {
      bookmarks: understood(file.bookmarks, bookmarkSchema).slice(-MOST_BOOKMARKS),
      recents: file.recents.flatMap(recentPlace).slice(0, MOST_RECENTS),
      buckets: understood(file.buckets, rememberedBucketSchema).slice(-MOST_BUCKETS),
    };
  } catch {
    await rename(path, `${path}.damaged`).catch(() => undefined);
    return NO_PLACES;
  }
}

function understood<Entry>(entries: readonly unknown[], schema: z.ZodType<Entry>): Entry[] {
  return entries.flatMap((entry) => {
    const { data } = schema.safeParse(entry);
    return data === undefined ? [] : [data];
  });
}

function recentPlace(entry: unknown) {
  const { data: visit } = visitSchema.safeParse(entry);
  if (visit === undefined) return [];
  const { visitedAt, ...rest } = visit;
  const { data: place } = placeSchema.safeParse(rest);
  return place === undefined ? [] : [{ ...place, visitedAt }];
}
