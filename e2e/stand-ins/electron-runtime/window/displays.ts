import type { Rectangle } from './rectangle.ts';

/** A screen, as Electron describes it. */
export interface Display {
  readonly id: number;
  readonly label: string;
  readonly bounds: Rectangle;
  /** Without the desktop's bars. */
  readonly workArea: Rectangle;
  readonly size: { readonly width: number; readonly height: number };
  readonly workAreaSize: { readonly width: number; readonly height: number };
  readonly scaleFactor: number;
  readonly rotation: 0;
  readonly internal: boolean;
}

type Displays = readonly [Display, ...Display[]];

/** What a test says of one display. */
export interface GivenDisplay {
  readonly bounds: Rectangle;
  readonly workArea?: Rectangle;
  readonly scaleFactor?: number;
}

let shown: Displays | undefined;

/** The displays, the primary one first: one of 1920 × 1080, or what ELECTRON_STAND_IN_DISPLAYS (JSON) says. */
export function shownDisplays(): Displays {
  const given = process.env['ELECTRON_STAND_IN_DISPLAYS'];
  shown ??= toDisplays(
    given === undefined
      ? [
          {
            bounds: { x: 0, y: 0, width: 1920, height: 1080 },
            workArea: { x: 0, y: 27, width: 1920, height: 1053 },
          },
        ]
      : (JSON.parse(given) as GivenDisplay[]),
  );
  return shown;
}

export function showDisplays(given: readonly GivenDisplay[]): void {
  shown = toDisplays(given);
}

function toDisplays(given: readonly GivenDisplay[]): Displays {
  const displays = given.map(({ bounds, workArea = bounds, scaleFactor = 1 }, index): Display => ({
    id: index + 1,
    label: `Display ${index + 1}`,
    bounds,
    workArea,
    scaleFactor,
    rotation: 0,
    internal: false,
    size: {
      width: bounds.width,
      height: bounds.height,
    },
    workAreaSize: {
      width: workArea.width,
      height: workArea.height,
    },
  }));
  const [first, ...rest] = displays;
  if (first === undefined) throw new Error('There must be at least one display.');
  return [first, ...rest];
}
