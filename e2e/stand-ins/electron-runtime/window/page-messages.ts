import { ipcMain, type IpcMainEvent } from '../api/ipc-main.ts';
import { theSession } from '../api/session.ts';
import type { WebContents } from '../api/web-contents.ts';
import { decodeClone, encodeClone } from '../page/clone.ts';
import type { FromPage } from '../page/preload-world.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import type { Page } from './page.ts';

/** What a page says to the main process: IPC, and the questions of its own world. */
export function receiveFromPage(owner: WebContents, page: Page, contextId: number, message: FromPage): void {
  const { channel: line, frames } = page;
  if (message.k === 'preload-error') {
    const error = Object.assign(new Error(message.message), { stack: message.stack });
    owner._preloadFailed(error);
    return;
  }
  if (message.k === 'title') {
    owner._titled(message.title);
    return;
  }
  const args = decodeClone(message.args) as unknown[];
  if (message.k === 'hook') {
    void answerHook(owner, frames.frameOfContext(contextId)?.url ?? '', message.name, args)
      .catch((error: unknown) => console.error(error))
      .then(() => line.send(contextId, { k: 'hook-result', id: message.id, value: encodeClone(undefined) }));
    return;
  }
  const frame = frames.frameOfContext(contextId);
  const event: IpcMainEvent = {
    type: 'frame',
    processId: frame?.processId ?? 0,
    frameId: frame?.routingId ?? 0,
    sender: owner,
    senderFrame: frame,
    ports: [],
    reply: (channel, ...values) => line.send(contextId, { k: 'message', channel, args: encodeClone(values) }),
  };
  if (message.k === 'send') {
    owner.ipc.emit(message.channel, event, ...args);
    ipcMain.emit(message.channel, event, ...args);
    return;
  }
  const { id, channel } = message;
  const handler = owner.ipc._handler(channel) ?? ipcMain._handler(channel);
  const run = async () => {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return encodeClone(await handler(event, ...args));
  };
  run().then(
    (value) => line.send(contextId, { k: 'result', id, ok: true, value }),
    (error: unknown) => {
      // Electron prints what a handler threw, and passes on no more than its text.
      if (handler !== undefined) console.error(`Error occurred in handler for '${channel}':`, error);
      line.send(contextId, { k: 'result', id, ok: false, value: encodeClone(String(error)) });
    },
  );
}

async function answerHook(
  owner: WebContents,
  frameUrl: string,
  name: string,
  args: unknown[],
): Promise<void> {
  const [first] = args;
  if (name === 'permission') {
    const isMainFrame = frameUrl === owner.mainFrame.url;
    await theSession._ask(owner, String(first), { requestingUrl: frameUrl, isMainFrame } as never);
    return;
  }
  if (name === 'window-open') {
    const asked = first as { url: string; frameName: string; features: string; disposition: string };
    owner._windowOpen({ ...asked, url: schemeAddress.toApp(asked.url) });
    return;
  }
  if (name === 'context-menu') owner._contextMenu(first as object);
}
