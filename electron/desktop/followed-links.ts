import type { App } from 'electron';
import { APP_SCHEME } from './app-address.ts';

type LinkApp = Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient' | 'on'>;

/** Longer than any link of ours; what is longer is not looked at. */
const LONGEST = 8192;

/** The link among a process's arguments, if somebody started us with one. (Windows and Linux pass it as the last.) */
export function linkIn(argv: readonly string[]): string | undefined {
  const last = argv.at(-1);
  return last !== undefined && isLink(last) ? last : undefined;
}

/**
 * Takes `bucket-porter://open?…` links, which the system hands over in three ways: as an argument of the first
 * start, as one of a second start (see `becomeOnlyInstance`), and on macOS as an event, which may come before the app
 * is ready. What a link says is for the core to judge: anybody can make one.
 */
export function followLinks(app: LinkApp, argv: readonly string[], follow: (link: string) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isLink(url)) follow(url);
  });
  // In development it would register Electron itself, with nobody's app behind it.
  if (app.isPackaged) app.setAsDefaultProtocolClient(APP_SCHEME);
  const first = linkIn(argv);
  if (first !== undefined) follow(first);
}

function isLink(text: string): boolean {
  return text.length <= LONGEST && text.toLowerCase().startsWith(`${APP_SCHEME}://open`);
}
