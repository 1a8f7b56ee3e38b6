/** Shows the page in a state named in the address (`#buckets,ja`), without a host. Not part of the build. */
import '../ui/tokens.css';
import '../ui/base.css';
import { startPage } from '../app/start-page.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { ipcTransport } from '../bridge/ipc-transport.ts';
import { fakeBridge } from './fake-bridge.ts';
import { fakeListingBridge } from './fake-listing-bridge.ts';
import { OBJECT_SCENES } from './object-scenes.ts';
import { scenario } from './scenarios.ts';

const [name = 'buckets', language = 'en'] = location.hash.slice(1).split(',');
const source = OBJECT_SCENES['many']?.source;
if (source === undefined) throw new Error('no objects to show');
const bridge = fakeListingBridge(fakeBridge(scenario(name, language === 'ja' ? 'ja' : 'en')), () => source);
Object.assign(window, { bucketPorter: bridge });
startPage(new BridgeClient(ipcTransport(bridge)));
