/** The entry of the headless commands: plain Node, no Electron. Built to `out/main/cli.js`. */
import { join } from 'node:path';
import { processDeps } from './process-deps.ts';
import { runCli } from './run.ts';

const rendererFolder = join(import.meta.dirname, '..', 'renderer');
process.exitCode = await runCli(process.argv.slice(2), processDeps(rendererFolder));

// All is closed, and the process ends by itself. A native call that still waits (a keychain that asks the
// person something) must not keep it.
setTimeout(() => process.exit(), 2000).unref();
