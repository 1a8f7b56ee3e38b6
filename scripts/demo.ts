/**
 * `npm run demo`: the app on sample data. Starts an IAM Identity Center and an S3 of our own on this machine
 * and opens the app on a throw-away home folder; nothing leaves the machine, your own `~/.aws` is not touched.
 */
import { ensureBuilt } from './support/build.ts';
import { startDemoWorld } from './support/demo-world.ts';
import { launchApp, untilExit } from './support/launch.ts';
import { demandNode24 } from './support/project.ts';

demandNode24();
ensureBuilt();
const world = await startDemoWorld();
console.log(`Sample data is served on this machine. The demo's config file: ${world.env['AWS_CONFIG_FILE']}`);
const awsless = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')));
process.exitCode = await untilExit(launchApp(process.argv.slice(2), { ...awsless, ...world.env }));
await world.close();
