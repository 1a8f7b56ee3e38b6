import type { App } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { followLinks, linkIn } from './followed-links.ts';

const LINK = 'bucket-porter://open?uri=s3%3A%2F%2Finvoices%2F2026%2F';

class FakeApp extends EventEmitter {
  readonly schemes: string[] = [];
  readonly isPackaged: boolean;
  constructor(isPackaged: boolean) {
    super();
    this.isPackaged = isPackaged;
  }
  setAsDefaultProtocolClient = (scheme: string) => this.schemes.push(scheme) > 0;
}

function follow(isPackaged: boolean, argv: readonly string[] = ['bucket-porter']) {
  const app = new FakeApp(isPackaged);
  const followed: string[] = [];
  followLinks(app as unknown as App, argv, (link) => followed.push(link));
  return { app, followed };
}

describe('links into the app', () => {
  it('are followed from the arguments of the first start', () => {
    expect(follow(true, ['bucket-porter', LINK]).followed).toEqual([LINK]);
    expect(follow(true, ['bucket-porter']).followed).toEqual([]);
  });

  it('are followed when the system hands one over, and only ours', () => {
    const { app, followed } = follow(true);
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    app.emit('open-url', event, LINK);
    app.emit('open-url', event, 'bucket-porter://app/index.html');
    app.emit('open-url', event, 'https://example.com/');
    app.emit('open-url', event, `${LINK}${'x'.repeat(9000)}`);
    expect([followed, prevented]).toEqual([[LINK], 4]);
  });

  it('are registered with the system by an installed app only', () => {
    expect(follow(true).app.schemes).toEqual(['bucket-porter']);
    expect(follow(false).app.schemes).toEqual([]);
  });

  it('are the last argument or none', () => {
    expect(linkIn(['a', LINK, '--flag'])).toBeUndefined();
    expect(linkIn([])).toBeUndefined();
    expect(linkIn(['a', 'b', LINK])).toBe(LINK);
  });
});
