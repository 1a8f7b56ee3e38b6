import type { MenuItemConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionView } from '../../shared/session.ts';
import { SessionTray, type TrayIcon } from './tray.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 0, 0);

class FakeIcon extends EventEmitter implements TrayIcon {
  image: string;
  tooltip = '';
  title: string | undefined;
  menus: MenuItemConstructorOptions[][] = [];

  constructor(image: string) {
    super();
    this.image = image;
  }
  setImage = (path: string) => void (this.image = path);
  setToolTip = (text: string) => void (this.tooltip = text);
  setTitle = (title: string) => void (this.title = title);
  get labels(): (string | undefined)[] {
    return (this.menus.at(-1) ?? []).map(({ label }) => label);
  }
}

const acme = (leftMs: number): SessionView => ({
  id: 'sso-session:acme',
  kind: 'sso-session',
  name: 'acme',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'eu-central-1',
  registrationScopes: [],
  profiles: [],
  status:
    leftMs > 0
      ? { state: 'signed-in', signedInAt: NOW, expiresAt: NOW + leftMs, storage: 'keychain' }
      : { state: 'signed-out', reason: 'never' },
});

let done: string[];
let icon: FakeIcon;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  done = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function tray(session: SessionView, platform: NodeJS.Platform = 'linux'): SessionTray<FakeIcon> {
  return new SessionTray(
    {
      createIcon: (path) => (icon = new FakeIcon(path)),
      setMenu: (of, template) => void of.menus.push(template),
      trayFolder: 'tray',
      platform,
      actions: {
        open: () => done.push('open'),
        signIn: (id) => done.push(`in ${id}`),
        signOut: (id) => done.push(`out ${id}`),
        quit: () => done.push('quit'),
      },
      now: Date.now,
    },
    { sessions: [session] },
    'en',
  );
}

/** Clicks every item that can be clicked. */
const clickAll = () => {
  for (const { click } of icon.menus.at(-1) ?? []) (click as (() => void) | undefined)?.();
};

describe('SessionTray', () => {
  it('shows how many are signed in', () => {
    const made = tray(acme(0));
    expect(icon.image).toMatch(/linux.0\.png$/);
    expect(icon.tooltip).toBe('Bucket Porter: not signed in');
    made.setOverview({ sessions: [acme(3_600_000)] });
    expect(icon.image).toMatch(/linux.1\.png$/);
    expect(icon.tooltip).toBe('Bucket Porter: 1 session signed in');
    made.close();
  });

  it('does what its items say', () => {
    const made = tray(acme(0));
    clickAll();
    expect(done).toEqual(['open', 'in sso-session:acme', 'quit']);
    made.setOverview({ sessions: [acme(3_600_000)] });
    done = [];
    clickAll();
    expect(done).toEqual(['open', 'out sso-session:acme', 'quit']);
    made.close();
  });

  it('counts the minutes down, and notices the end', () => {
    const made = tray(acme(125_000));
    expect(icon.labels).toContain('Sign Out of acme (2m left)');
    vi.advanceTimersByTime(5_001);
    expect(icon.labels).toContain('Sign Out of acme (1m left)');
    vi.advanceTimersByTime(120_000);
    expect(icon.labels).toContain('Sign In to acme…');
    expect(icon.image).toMatch(/linux.0\.png$/);
    expect(vi.getTimerCount()).toBe(0);
    made.close();
  });

  it('makes its menu anew only where it reads differently', () => {
    const made = tray(acme(3_600_000));
    made.setOverview({ sessions: [acme(3_600_000)] });
    made.setLanguage('en');
    expect(icon.menus).toHaveLength(1);
    made.setLanguage('ja');
    expect(icon.menus).toHaveLength(2);
    expect(icon.labels).toContain('Bucket Porter を開く');
    made.close();
  });

  it('opens the window on a click, but on macOS the menu', () => {
    tray(acme(0)).close();
    icon.emit('click');
    expect(done).toEqual(['open']);
    tray(acme(0), 'darwin').close();
    icon.emit('click');
    expect(done).toEqual(['open']);
  });

  it('has its number beside a template image on macOS', () => {
    const made = tray(acme(3_600_000), 'darwin');
    expect([icon.image, icon.title]).toEqual([expect.stringMatching(/signedInTemplate\.png$/), '1']);
    made.setOverview({ sessions: [acme(0)] });
    expect([icon.image, icon.title]).toEqual([expect.stringMatching(/noneTemplate\.png$/), '']);
    made.close();
  });

  it('stops its clockwork', () => {
    tray(acme(3_600_000)).close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
