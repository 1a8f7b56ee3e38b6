/** Shows the page in a state named in the address (`#buckets,ja`), without a host. Not part of the build. */
import '../ui/tokens.css';
import '../ui/base.css';
import { startPage } from '../app/start-page.tsx';
import { BridgeClient } from '../bridge/client.ts';
import { ipcTransport } from '../bridge/ipc-transport.ts';
import { fakeBridge } from './fake-bridge.ts';
import { scenario } from './scenarios.ts';

const [name = 'buckets', language = 'en'] = location.hash.slice(1).split(',');
const bridge = fakeBridge(scenario(name, language === 'ja' ? 'ja' : 'en'));
Object.assign(window, { bucketPorter: bridge });
startPage(new BridgeClient(ipcTransport(bridge)));
