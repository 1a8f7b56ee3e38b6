import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Rectangle } from './fit-to-displays.ts';

/** How the window was last. */
export interface WindowPlace {
  /** Of the window when it isn't maximized. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

// Far beyond any desktop; more would be a broken file.
const coordinate = z.int().min(-100_000).max(100_000);
const length = z.int().min(100).max(100_000);
const placeSchema = z.object({
  bounds: z.object({ x: coordinate, y: coordinate, width: length, height: length }),
  maximized: z.boolean(),
});

/** The part of Electron's BrowserWindow that matters here. */
export interface PlacedWindow {
  getNormalBounds(): Rectangle;
  isMaximized(): boolean;
  on(
    event: 'resize' | 'move' | 'maximize' | 'unmaximize' | 'close' | 'closed',
    listener: () => void,
  ): unknown;
}

const SAVE_AFTER_MS = 500;

/** Remembers in `window.json` where the window was. A file that can't be understood counts as none. */
export class WindowBounds {
  readonly #path: string;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'window.json');
  }

  /** Reads at once, since the window waits for it; it is a tiny file. */
  load(): WindowPlace | undefined {
    try {
      return placeSchema.safeParse(JSON.parse(readFileSync(this.#path, 'utf8'))).data;
    } catch {
      return undefined;
    }
  }

  /** Saves a moment after each change, and at once when the window closes. */
  follow(window: PlacedWindow): void {
    let timer: NodeJS.Timeout | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      this.#save({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    };
    const saveSoon = () => {
      timer ??= setTimeout(save, SAVE_AFTER_MS);
    };
    window.on('resize', saveSoon);
    window.on('move', saveSoon);
    window.on('maximize', saveSoon);
    window.on('unmaximize', saveSoon);
    window.on('close', save);
    window.on('closed', () => clearTimeout(timer));
  }

  /** Written in one go, so that a closing window can't leave half a file. */
  #save({ bounds: { x, y, width, height }, maximized }: WindowPlace): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
      const place: WindowPlace = { bounds: { x, y, width, height }, maximized };
      writeFileAtomic.sync(this.#path, `${JSON.stringify(place)}\n`, { mode: 0o600 });
    } catch {
      // A full disk or a read-only folder: the window opens at its usual place next time.
    }
  }
}
