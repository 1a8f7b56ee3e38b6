import type { WebContents } from '../api/web-contents.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import { electronEvent } from '../strict/electron-event.ts';
import type { ChromiumFrame } from './frame-tree.ts';
import type { Page } from './page.ts';

interface StartedNavigating {
  readonly frameId: string;
  readonly url: string;
  readonly navigationType: string;
}

interface ConsoleCalled {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
  readonly stackTrace?: {
    readonly callFrames: readonly { readonly url: string; readonly lineNumber: number }[];
  };
}

/** Turns what Chromium reports of a page into the events of its webContents. */
export function followPage(owner: WebContents, { session, frames, gate, targetId }: Page): void {
  const isMain = (frameId: string) => frameId === targetId;
  session.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }: StartedNavigating) => {
    const frame = frames.frame(frameId) ?? null;
    const isSameDocument =
      navigationType.startsWith('sameDocument') || navigationType.endsWith('SameDocument');
    const details = { url: schemeAddress.toApp(url), isSameDocument, isMainFrame: isMain(frameId), frame };
    owner.emit(
      'did-start-navigation',
      electronEvent(details),
      details.url,
      isSameDocument,
      details.isMainFrame,
    );
  });
  session.on('Page.frameStartedLoading', ({ frameId }: { frameId: string }) => {
    if (isMain(frameId)) owner._loading(true);
  });
  session.on('Page.frameStoppedLoading', ({ frameId }: { frameId: string }) => {
    if (isMain(frameId)) owner._loading(false);
  });
  session.on('Page.frameNavigated', ({ frame }: { frame: ChromiumFrame }) => {
    const { url } = frames.navigated(frame);
    if (!isMain(frame.id)) return;
    // Chromium shows its own page about what went wrong.
    if (frame.unreachableUrl !== undefined)
      return owner._loadFailed('Failed', schemeAddress.toApp(frame.unreachableUrl));
    owner._committed();
    const { status, statusText } = gate.lastAnswer;
    owner.emit('did-navigate', electronEvent({ url }), url, status, statusText);
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
    const frame = frames.frame(frameId);
    frame?._navigated(url, frame.name);
    owner.emit('did-navigate-in-page', electronEvent({}), schemeAddress.toApp(url), isMain(frameId));
  });
  session.on('Page.domContentEventFired', () => owner.emit('dom-ready', electronEvent({})));
  session.on('Page.loadEventFired', () => owner._loaded());
  session.on('Page.lifecycleEvent', ({ name, frameId }: { name: string; frameId: string }) => {
    if (name === 'firstPaint' && isMain(frameId)) owner._painted();
  });
  session.on('Inspector.targetCrashed', () => owner._crashed());
  session.on('Runtime.consoleAPICalled', (event: ConsoleCalled) =>
    owner.emit('console-message', consoleEvent(event)),
  );
  gate.onDocumentError = (reason, url) => owner._loadFailed(reason, url);

  // A preload script asks for a file's path; it stands still until it has it.
  session.on(
    'Debugger.paused',
    ({ callFrames }: { callFrames: readonly { readonly callFrameId: string }[] }) => {
      void answerFilePath(callFrames[0]?.callFrameId ?? '');
    },
  );
  const answerFilePath = async (callFrameId: string) => {
    const evaluate = (expression: string) =>
      session.send<{ result: { objectId?: string } }>('Debugger.evaluateOnCallFrame', {
        callFrameId,
        expression,
      });
    try {
      const { result } = await evaluate('globalThis.__electronStandInAsked?.file');
      if (result.objectId === undefined) return;
      const { path } = await session.send<{ path: string }>('DOM.getFileInfo', { objectId: result.objectId });
      await evaluate(`globalThis.__electronStandInAsked.path = ${JSON.stringify(path)}`);
    } catch {
      // A file that was made by a script has no path.
    } finally {
      session.tell('Debugger.resume');
    }
  };
}

function consoleEvent({ type, args, stackTrace }: ConsoleCalled) {
  const levels: Readonly<Record<string, string>> = { warning: 'warning', error: 'error', debug: 'debug' };
  const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
  const at = stackTrace?.callFrames[0];
  return electronEvent({
    level: levels[type] ?? 'info',
    message,
    lineNumber: (at?.lineNumber ?? 0) + 1,
    sourceId: schemeAddress.toApp(at?.url ?? ''),
  });
}
