import { parseArgs } from 'node:util';
import { manyAccounts, startIdentityCenter } from './index.ts';

/** Runs the stand-in by hand. Its URL is the only line on standard output. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'start-url': { type: 'string', default: 'https://acme.awsapps.com/start' },
    region: { type: 'string', default: 'eu-central-1' },
    accounts: { type: 'string', default: '12' },
    'auto-approve': { type: 'boolean', default: false },
  },
});
const startUrl = values['start-url'];
const center = await startIdentityCenter({
  port: Number(values.port),
  autoApprove: values['auto-approve'],
  organisation: { startUrl, region: values.region, accounts: manyAccounts(Number(values.accounts), 3) },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void center.close());

console.log(center.url);
console.error(`Stands in for ${startUrl} (${values.region}). Point a client here with:`);
for (const [name, value] of Object.entries(center.environment)) console.error(`  ${name}=${value}`);
