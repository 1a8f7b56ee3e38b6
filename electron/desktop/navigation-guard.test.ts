import type { Session } from 'electron';
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogFacts } from '../core/ports.ts';
import { denyPermissions, guardNavigation } from './navigation-guard.ts';

const ORIGIN = 'bucket-porter://app';

let refused: (string | undefined)[];
const logger = {
  info: () => undefined,
  warn: (_message: string, facts?: LogFacts) => void refused.push(String(facts?.['what'])),
  error: () => undefined,
};
beforeEach(() => {
  refused = [];
});

class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

/** A page under guard, and whether a navigation of it was stopped. */
function guarded(appOrigin = ORIGIN) {
  const app = new EventEmitter();
  const contents = new FakeContents();
  guardNavigation(app, appOrigin, logger);
  app.emit('web-contents-created', {}, contents);
  const stopped = (event: string, url: string) => {
    let prevented = false;
    contents.emit(event, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { contents, stopped };
}

const WAYS = ['will-navigate', 'will-frame-navigate', 'will-redirect'];

describe('guardNavigation', () => {
  it.each(WAYS)('stays with our own pages (%s)', (event) => {
    expect(guarded().stopped(event, 'bucket-porter://app/index.html#/x')).toBe(false);
    expect(refused).toEqual([]);
  });

  it.each(
    WAYS.flatMap((event) =>
      [
        'https://example.com/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'data:text/html,hello',
        'about:blank',
        'bucket-porter://other/',
        'bucket-porter://app.example.com/',
        'bucket-porter:app/index.html',
        'blob:bucket-porter://app/1',
        'no address',
      ].map((url) => [event, url] as const),
    ),
  )('stops %s to %s', (event, url) => {
    expect(guarded().stopped(event, url)).toBe(true);
    expect(refused).toHaveLength(1);
  });

  it('stays with the dev server in development', () => {
    const { stopped } = guarded('http://localhost:5173');
    expect(stopped('will-navigate', 'http://localhost:5173/x')).toBe(false);
    expect(stopped('will-navigate', 'http://localhost:5174/x')).toBe(true);
  });

  it('opens no window, ever', () => {
    const { contents } = guarded();
    for (const url of ['bucket-porter://app/', 'https://example.com/', 'about:blank']) {
      expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' });
    }
  });

  it('attaches no webview', () => {
    expect(guarded().stopped('will-attach-webview', '')).toBe(true);
  });
});

describe('denyPermissions', () => {
  class FakeSession extends EventEmitter {
    request:
      ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | undefined;
    check: (() => boolean) | undefined;
    device: (() => boolean) | undefined;
    setPermissionRequestHandler = (handler: typeof this.request) => void (this.request = handler);
    setPermissionCheckHandler = (handler: typeof this.check) => void (this.check = handler);
    setDevicePermissionHandler = (handler: typeof this.device) => void (this.device = handler);
  }

  it('grants nothing and downloads nothing', () => {
    const session = new FakeSession();
    denyPermissions(session as unknown as Session, logger);
    const answers: boolean[] = [];
    session.request?.({}, 'clipboard-read', (granted) => answers.push(granted));
    expect([answers, session.check?.(), session.device?.()]).toEqual([[false], false, false]);
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});
