/**
 * What the page gets of us: one way to send, one to listen, plain data in both. What may be asked is
 * decided and checked on the other side, not here.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { HostMessage, PageBridge } from '../shared/wire.ts';
import { FROM_PAGE, TO_PAGE } from './desktop/ipc-channels.ts';

/** Names this load of the page, so that a reload is known as a page of its own. */
const load = crypto.randomUUID();

const bridge: PageBridge = {
  send: (message) => ipcRenderer.send(FROM_PAGE, load, message),
  listen(receive) {
    // The event itself stays here: it would lend the page Electron's own objects.
    const onMessage = (_event: unknown, message: HostMessage) => receive(message);
    ipcRenderer.on(TO_PAGE, onMessage);
    return () => {
      ipcRenderer.removeListener(TO_PAGE, onMessage);
    };
  },
};

contextBridge.exposeInMainWorld('bucketPorter', bridge);
