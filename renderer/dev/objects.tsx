/** The table of objects alone, in a state named in the address (`objects.html#streaming,ja`). Not part of the build. */
import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { SearchCriteria } from '../../shared/listing.ts';
import { LanguageProvider } from '../app/language-provider.tsx';
import { BridgeContext } from '../bridge/bridge-context.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { ipcTransport } from '../bridge/ipc-transport.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { ObjectView } from '../features/objects/object-view.tsx';
import type { ObjectViewMemory } from '../features/objects/object-view-types.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { fakeBridge } from './fake-bridge.ts';
import { fakeListingBridge } from './fake-listing-bridge.ts';
import { OBJECT_SCENES } from './object-scenes.ts';
import { scenario } from './scenarios.ts';

const [name = 'many', language = 'en'] = location.hash.slice(1).split(',');
const scene = OBJECT_SCENES[name];
if (scene === undefined) throw new Error(`scenes: ${Object.keys(OBJECT_SCENES).join(', ')}`);
const base = fakeBridge(scenario('buckets', language === 'ja' ? 'ja' : 'en'));
const bridge = fakeListingBridge(base, () => scene.source);
Object.assign(window, { bucketPorter: bridge });
const client = new BridgeClient(ipcTransport(bridge));
client.start();

const SORT = { column: 'name', direction: 'ascending' } as const;
const memories = new Map<string, ObjectViewMemory>();
if (scene.filter !== undefined) memories.set('2026/', { sort: SORT, filter: scene.filter, scroll: 0 });
const nothing = () => {};

function Scene() {
  const [prefix, setPrefix] = useState('2026/');
  const [search, setSearch] = useState<SearchCriteria | undefined>(scene?.search);
  return (
    <main style={{ display: 'flex', height: '100%' }}>
      <ObjectView
        at={{ target: { kind: 'profile', profile: 'prod-ro' }, bucket: 'invoices-2026' }}
        prefix={prefix}
        search={search}
        active
        memory={memories.get(prefix)}
        onMemory={(memory) => memories.set(prefix, memory)}
        onOpenFolder={setPrefix}
        onSearch={setSearch}
        onFocusRow={nothing}
        onOpenObject={nothing}
        actions={{
          showDetails: nothing,
          showVersions: nothing,
          showUploads: nothing,
          measure: nothing,
          remove: nothing,
          copyLink: nothing,
        }}
        onSignIn={nothing}
      />
    </main>
  );
}

createRoot(document.querySelector('#root') ?? document.body).render(
  <QueryClientProvider client={createQueryClient()}>
    <BridgeContext value={client}>
      <LanguageProvider>
        <Scene />
        <ToastRegion />
      </LanguageProvider>
    </BridgeContext>
  </QueryClientProvider>,
);
