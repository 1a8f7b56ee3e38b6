import type { App, Clipboard, Shell } from 'electron';
import type { Host } from '../core/ports.ts';
import { openPage } from './system-browser.ts';

export interface DesktopHostParts {
  readonly app: Pick<App, 'getPreferredSystemLanguages'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the core needs of a desktop. */
export function desktopHost(parts: DesktopHostParts): Host {
  const { app, clipboard, shell, version, platform, env } = parts;
  return {
    info: {
      version,
      host: 'desktop',
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      demo: env['BUCKET_PORTER_DEMO'] === '1',
    },
    openPage: (url) => openPage(url, shell),
    writeClipboard: (text) => clipboard.writeText(text),
    systemLanguages: () => app.getPreferredSystemLanguages(),
  };
}
