import { theSession } from '../api/session.ts';
import type { WebContents } from '../api/web-contents.ts';
import type { CdpSession } from '../chromium/cdp.ts';
import { theRuntime } from '../runtime.ts';
import { schemeServer } from '../scheme/scheme-server.ts';
import { PageChannel, type PreloadFile } from './page-channel.ts';
import { FrameTree } from './frame-tree.ts';
import { followPage } from './page-events.ts';
import { receiveFromPage } from './page-messages.ts';
import type { Rectangle } from './rectangle.ts';
import { RequestGate } from './request-gate.ts';

export interface PageOptions {
  readonly preload: PreloadFile | undefined;
  readonly additionalArguments: readonly string[];
  readonly background: string;
  readonly bounds: Rectangle;
}

/** A window's page in Chromium: there from the first address that the window is sent to. */
export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly frames: FrameTree;
  readonly gate: RequestGate;
  readonly channel: PageChannel;

  private constructor(owner: WebContents, targetId: string, session: CdpSession, options: PageOptions) {
    this.targetId = targetId;
    this.session = session;
    this.frames = new FrameTree(owner.mainFrame, targetId, session);
    this.gate = new RequestGate(session, this.frames, owner, theSession._webRequest);
    this.channel = new PageChannel(
      session,
      options.preload,
      rendererProcess(options),
      (contextId, message) => {
        receiveFromPage(owner, this, contextId, message);
      },
    );
    followPage(owner, this);
  }

  /** Opens a page and prepares it; it still has to be sent somewhere. */
  static async open(owner: WebContents, options: PageOptions, onGone: () => void): Promise<Page> {
    const { targets } = theRuntime();
    const { targetId, session } = await targets.create(schemeServer.emptyAddress, options.bounds, onGone);
    const page = new Page(owner, targetId, session, options);
    owner._opened(page);
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      page.channel.install(),
      page.gate.install(),
      ...(options.preload?.source?.includes('getPathForFile') === true
        ? [session.send('Debugger.enable')]
        : []),
      session.send('Emulation.setDefaultBackgroundColorOverride', { color: rgba(options.background) }),
    ]);
    return page;
  }
}

/** `process` as a sandboxed preload script finds it. */
function rendererProcess({ additionalArguments }: PageOptions): Record<string, unknown> {
  const { platform, arch, versions, version } = process;
  return {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform,
    arch,
    version,
    versions: { ...versions, chrome: versions['chrome'] },
    argv: [process.execPath, ...additionalArguments],
    env: {},
  };
}

/** @throws TypeError for a colour that isn't written as #rgb, #rrggbb or #aarrggbb */
export function rgba(colour: string): { r: number; g: number; b: number; a: number } {
  const long = /^#[0-9a-f]{3}$/i.test(colour) ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;
  const match = /^#([0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long);
  if (match === null) throw new TypeError(`The Electron stand-in reads no colour "${colour}", only #rrggbb.`);
  const [a, r, g, b] = match
    .slice(1)
    .map((digits) => (digits === undefined ? 255 : Number.parseInt(digits, 16)));
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0, a: (a ?? 255) / 255 };
}
