import type { PageBridge } from '../../shared/wire.ts';
import type { Transport } from './transport.ts';

/** The desktop's way: the bridge that its preload put into the page. It is open as long as the page lives. */
export function ipcTransport(bridge: PageBridge): Transport {
  return {
    start(listener) {
      const stop = bridge.listen((message) => listener.receive(message));
      listener.state('open');
      return stop;
    },
    send: (message) => bridge.send(message),
  };
}
