import type { PageBridge } from '../../shared/wire.ts';
import { BridgeClient } from './client.ts';
import { ipcTransport } from './ipc-transport.ts';
import { bridgeAddress, socketTransport } from './socket-transport.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly bucketPorter?: PageBridge;
  }
}

/** The client for wherever this page runs. */
export function createClient(): BridgeClient {
  const bridge = window.bucketPorter;
  const transport =
    bridge === undefined ? socketTransport({ url: bridgeAddress(window.location) }) : ipcTransport(bridge);
  return new BridgeClient(transport);
}
