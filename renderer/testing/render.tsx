import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { BridgeContext } from '../bridge/bridge-context.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { FakeTransport } from './fake-transport.ts';

/** Renders something of the page with a host that the test plays. */
export function renderWithHost(content: ReactNode) {
  const host = new FakeTransport();
  const client = new BridgeClient(host);
  client.start();
  host.state('open');
  const wrap = (inner: ReactNode) => (
    <QueryClientProvider client={queries}>
      <BridgeContext value={client}>
        {inner}
        <ToastRegion />
      </BridgeContext>
    </QueryClientProvider>
  );
  const queries = createQueryClient();
  const view = render(wrap(content));
  return { host, client, show: (next: ReactNode) => view.rerender(wrap(next)), unmount: view.unmount };
}

/** happy-dom lays nothing out, and what has no height shows no rows. @returns a function that undoes it */
export function giveHeight(pixels: number): () => void {
  const before = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetHeight');
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => pixels });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => pixels });
  return () => {
    if (before !== undefined) Object.defineProperty(HTMLElement.prototype, 'offsetHeight', before);
    Reflect.deleteProperty(HTMLElement.prototype, 'clientHeight');
  };
}
