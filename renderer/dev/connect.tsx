/** The wizard and the comparison, each step in a state named in the address (`connect.html#roles,ja`). Not part of the build. */
import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../app/language-provider.tsx';
import { BridgeContext } from '../bridge/bridge-context.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { ipcTransport } from '../bridge/ipc-transport.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { useConnectStore } from '../features/connect/connect-store.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { CONNECT_SCENES } from './connect-scenes.tsx';
import { fakeBridge } from './fake-bridge.ts';
import { scenario } from './scenarios.ts';

const [name = 'start', language = 'en'] = location.hash.slice(1).split(',');
const scene = CONNECT_SCENES[name];
if (scene === undefined) throw new Error(`scenes: ${Object.keys(CONNECT_SCENES).join(', ')}`);
const base = scenario('buckets', language === 'ja' ? 'ja' : 'en');
const bridge = fakeBridge({
  events: { ...base.events, ...scene.events },
  handlers: { ...base.handlers, ...scene.handlers },
});
Object.assign(window, { bucketPorter: bridge });
const client = new BridgeClient(ipcTransport(bridge));
client.start();
useConnectStore.setState(scene.state ?? {}, false);

// As large as the window leaves it: beside the sidebar, between the bars.
const place = { position: 'absolute', inset: '84px 0 28px 260px', overflow: 'auto' } as const;

createRoot(document.querySelector('#root') ?? document.body).render(
  <QueryClientProvider client={createQueryClient()}>
    <BridgeContext value={client}>
      <LanguageProvider>
        <main style={place}>{scene.content}</main>
        <ToastRegion />
      </LanguageProvider>
    </BridgeContext>
  </QueryClientProvider>,
);
