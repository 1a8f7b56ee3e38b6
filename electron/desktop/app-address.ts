/** Where the app's page lives. A scheme of our own instead of file://, so that the page has an origin. */
export const APP_SCHEME = 'bucket-porter';
export const APP_HOST = 'app';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

export interface AppAddress {
  /** As the page's frame reports it. */
  readonly origin: string;
  /** The page itself. */
  readonly url: string;
}

/**
 * The page's address: our own scheme, or the dev server that `electron-vite dev` names. A packaged app
 * listens to no such variable.
 */
export function appAddress(isPackaged: boolean, devServer: string | undefined): AppAddress {
  if (isPackaged || devServer === undefined || !URL.canParse(devServer)) {
    return { origin: APP_ORIGIN, url: `${APP_ORIGIN}/` };
  }
  return { origin: new URL(devServer).origin, url: devServer };
}

/** The origin of an address. Node knows none for schemes it wasn't born with, so ours is spelled out. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, origin } = new URL(address);
  return protocol === `${APP_SCHEME}:` ? `${protocol}//${host}` : origin;
}
