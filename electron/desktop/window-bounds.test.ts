import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PlacedWindow, WindowBounds } from './window-bounds.ts';

class FakeWindow extends EventEmitter implements PlacedWindow {
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  maximized = false;
  getNormalBounds = () => this.bounds;
  isMaximized = () => this.maximized;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-bounds-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const saved = () => JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'));

describe('WindowBounds', () => {
  it('knows nothing at the first start', () => {
    expect(new WindowBounds(folder).load()).toBeUndefined();
  });

  it('remembers a moved window a moment later, once', () => {
    const window = new FakeWindow();
    new WindowBounds(folder).follow(window);
    window.emit('move');
    window.bounds = { x: 300, y: 200, width: 1100, height: 720 };
    window.emit('resize');
    expect(readdirSync(folder)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(saved()).toEqual({ bounds: window.bounds, maximized: false });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  it('remembers on closing at once, and maximized as maximized', () => {
    const window = new FakeWindow();
    new WindowBounds(folder).follow(window);
    window.maximized = true;
    window.emit('maximize');
    window.emit('close');
    expect(new WindowBounds(folder).load()).toEqual({ bounds: window.bounds, maximized: true });
  });

  it('asks a window that is gone nothing more', () => {
    const window = new FakeWindow();
    new WindowBounds(folder).follow(window);
    window.emit('move');
    window.emit('closed');
    window.getNormalBounds = () => {
      throw new TypeError('Object has been destroyed');
    };
    expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
  });

  it.each([
    ['no JSON', '{"bounds"'],
    ['no bounds', '{"maximized":true}'],
    ['text for numbers', '{"bounds":{"x":"1","y":2,"width":900,"height":600},"maximized":false}'],
    ['a window without area', '{"bounds":{"x":1,"y":2,"width":0,"height":600},"maximized":false}'],
    [
      'numbers beyond every screen',
      '{"bounds":{"x":1e308,"y":2,"width":900,"height":600},"maximized":false}',
    ],
  ])('takes a broken file for none: %s', (_what, text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(new WindowBounds(folder).load()).toBeUndefined();
  });

  it('does not disturb where it can’t write', () => {
    const window = new FakeWindow();
    writeFileSync(join(folder, 'file'), '');
    new WindowBounds(join(folder, 'file')).follow(window);
    expect(() => window.emit('close')).not.toThrow();
  });
});
