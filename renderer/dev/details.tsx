/** Details, previews, versions and work on buckets, each alone, in a state named in the address (`details.html#object,ja`). Not part of the build. */
import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { HostMessage, PageBridge } from '../../shared/wire.ts';
import { LanguageProvider } from '../app/language-provider.tsx';
import { BridgeContext } from '../bridge/bridge-context.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { ipcTransport } from '../bridge/ipc-transport.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { DETAILS_SCENES } from './details-scenes.tsx';
import { fakeBridge } from './fake-bridge.ts';
import { scenario } from './scenarios.ts';

const [name = 'object', language = 'en'] = location.hash.slice(1).split(',');
const scene = DETAILS_SCENES[name];
if (scene === undefined) throw new Error(`scenes: ${Object.keys(DETAILS_SCENES).join(', ')}`);
const base = scenario('buckets', language === 'ja' ? 'ja' : 'en');
const listeners = new Set<(message: HostMessage) => void>();
const tell = (message: HostMessage) => {
  for (const listener of listeners) listener(message);
};
const inner = fakeBridge({
  events: { ...base.events, ...scene.events },
  handlers: { ...base.handlers, ...scene.handlers?.(tell) },
});
const bridge: PageBridge = {
  send: (message) => inner.send(message),
  listen(receive) {
    listeners.add(receive);
    return inner.listen(receive);
  },
};
Object.assign(window, { bucketPorter: bridge });
const client = new BridgeClient(ipcTransport(bridge));
client.start();

createRoot(document.querySelector('#root') ?? document.body).render(
  <QueryClientProvider client={createQueryClient()}>
    <BridgeContext value={client}>
      <LanguageProvider>
        <main
          style={{ display: 'flex', height: '100%', flexDirection: 'column', width: scene.width ?? '100%' }}
        >
          {scene.content}
        </main>
        <ToastRegion />
      </LanguageProvider>
    </BridgeContext>
  </QueryClientProvider>,
);
