/** Starts an app as Electron would. Run by the executable beside it. */
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { theApp } from './api/app.ts';
import { control } from './api/control.ts';
import { readAppPackage } from './app-package.ts';
import { CdpError } from './chromium/cdp.ts';
import { findChromium, NO_CHROMIUM } from './chromium/find-chromium.ts';
import { launchChromium } from './chromium/launch-chromium.ts';
import { parseCommandLine } from './command-line.ts';
import { electronModule } from './electron-module.ts';
import { answerElectron } from './module-hook.ts';
import { becomeElectronProcess } from './electron-process.ts';
import { Runtime, startRuntime } from './runtime.ts';
import { schemeServer } from './scheme/scheme-server.ts';
import { followBrowser } from './window/browser-events.ts';
import { Targets } from './window/targets.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
) as { version: string };

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const commandLine = parseCommandLine(process.argv.slice(2));
  const appPackage = readAppPackage(commandLine.app, version);
  const executable = findChromium(process.env) ?? stop(NO_CHROMIUM);
  const inspect = commandLine.switches.get('inspect');
  if (commandLine.switches.has('inspect-brk')) stop('The Electron stand-in has no --inspect-brk.');
  const setChromeVersion = becomeElectronProcess(version);
  const runtime = new Runtime(commandLine, appPackage, version);
  startRuntime(runtime);
  answerElectron(electronModule);
  Object.defineProperty(globalThis, '__electronStandIn', { value: control });
  if (inspect !== undefined) inspector.open(Number(inspect.split(':').at(-1) ?? 0));

  const chromium = launchChromium({
    executable,
    switches: commandLine.switches,
    env: process.env,
    onDevTools: (line) => {
      if (commandLine.switches.has('remote-debugging-port')) process.stderr.write(`${line}\n`);
    },
    onEnd: (lastWords) => stop(`Chromium has ended.\n${lastWords}`),
  });
  process.on('exit', () => chromium.kill());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => theApp.quit());

  // As with Electron, "ready" waits for the whole of the app's main script.
  const [targets, { product }] = await Promise.all([
    Targets.connect(chromium.connection),
    chromium.connection.root.send<{ product: string }>('Browser.getVersion'),
    schemeServer.listen(),
    import(pathToFileURL(appPackage.entry).href),
  ]);
  setChromeVersion(product.slice(product.indexOf('/') + 1));
  followBrowser(targets.browser);
  runtime.becomeReady(chromium, targets);
  theApp._becomeReady();
}

start().catch((error: unknown) => {
  // Chromium's end is reported with its own last words.
  if (error instanceof CdpError && error.message.endsWith('Chromium is gone.')) return;
  stop(`App threw an error during load\n${error instanceof Error ? error.stack : String(error)}`);
});
