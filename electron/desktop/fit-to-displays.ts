/** A rectangle on the desktop, in device-independent pixels, as Electron has it. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of Electron's Display that matters here: the screen without menu bar and dock. */
export interface DisplayArea {
  readonly workArea: Rectangle;
}

/**
 * Moves and shrinks a window's rectangle so that all of it is on one screen: the one that shows most of
 * it, or the first where none does (a monitor that is no longer plugged in).
 * @param displays the primary one first; where the list is empty, the rectangle is left as it is
 */
export function fitToDisplays(bounds: Rectangle, displays: readonly DisplayArea[]): Rectangle {
  const best = displays.reduce<DisplayArea | undefined>(
    (found, display) =>
      found === undefined || overlap(bounds, display.workArea) > overlap(bounds, found.workArea)
        ? display
        : found,
    undefined,
  );
  if (best === undefined) return bounds;
  const area = best.workArea;
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** A rectangle of a size in the middle of a screen, or as large as the screen. */
export function centreOn(display: DisplayArea, width: number, height: number): Rectangle {
  const area = display.workArea;
  const middle = {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  };
  return fitToDisplays({ ...middle, width, height }, [display]);
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
