import { nativeTheme } from '../api/native-theme.ts';
import { theSession } from '../api/session.ts';
import { webContents } from '../api/web-contents.ts';
import type { CdpSession } from '../chromium/cdp.ts';

interface DownloadWillBegin {
  readonly frameId: string;
  readonly guid: string;
  readonly url: string;
  readonly suggestedFilename: string;
}

/** What concerns all pages: downloads, the theme, hooks on web requests. */
export function followBrowser(browser: CdpSession): void {
  browser.on('Browser.downloadWillBegin', ({ frameId, guid, url, suggestedFilename }: DownloadWillBegin) => {
    const contents = webContents
      .getAllWebContents()
      .find(({ _openedPage: page }) => page?.frames.frame(frameId) !== undefined);
    theSession._download(guid, url, suggestedFilename, contents);
  });
  nativeTheme._onChange = (source) => {
    for (const { _openedPage: page } of webContents.getAllWebContents()) {
      const value = source === 'system' ? '' : source;
      page?.session.tell('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value }],
      });
    }
  };
  theSession._webRequest.onUsed = () => {
    for (const { _openedPage: page } of webContents.getAllWebContents()) void page?.gate.install();
  };
}
