import { theRuntime } from '../runtime.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { type Display, shownDisplays } from '../window/displays.ts';
import type { Rectangle } from '../window/rectangle.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getAllDisplays(): Display[] {
    theRuntime().afterReady('screen');
    return [...shownDisplays()];
  }

  getPrimaryDisplay(): Display {
    theRuntime().afterReady('screen');
    return shownDisplays()[0];
  }

  getDisplayMatching(rectangle: Rectangle): Display {
    return best(this.getAllDisplays(), ({ bounds }) => overlap(bounds, rectangle));
  }

  getDisplayNearestPoint(point: Point): Display {
    return best(this.getAllDisplays(), ({ bounds }) => -distance(bounds, point));
  }
}

function best(displays: Display[], rank: (display: Display) => number): Display {
  return displays.reduce((found, display) => (rank(display) > rank(found) ? display : found));
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance({ x, y, width, height }: Rectangle, point: Point): number {
  const dx = Math.max(x - point.x, 0, point.x - (x + width));
  const dy = Math.max(y - point.y, 0, point.y - (y + height));
  return Math.hypot(dx, dy);
}

export const theScreen = new Screen();
