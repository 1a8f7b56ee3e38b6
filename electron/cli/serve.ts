import { existsSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type Messages, messagesFor } from '../../shared/messages/messages.ts';
import { resolveLanguage } from '../../shared/settings.ts';
import { type BrowserHost, startBrowserHost } from '../browser-host/browser-host.ts';
import { PortUnavailable } from '../browser-host/listen.ts';
import type { AppCore } from '../core/app-core.ts';
import type { Host, Logger } from '../core/ports.ts';
import { dataFolder } from '../core/support/data-folder.ts';
import type { CommandDeps } from './command-deps.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { OpeningFile } from './opening-file.ts';
import type { ServeArguments } from './serve-arguments.ts';
import { listenForStop } from './stop-signals.ts';
import { systemLanguages } from './system-languages.ts';

/**
 * `serve`: the app in a browser instead of a window, until somebody stops it.
 * @returns the exit code.
 */
export async function serve(options: ServeArguments, deps: CommandDeps): Promise<number> {
  const languages = systemLanguages(deps.env);
  if (!existsSync(join(deps.rendererFolder, 'index.html'))) {
    deps.stderr.write(`${messagesFor(resolveLanguage('system', languages)).host.serve.notBuilt}\n`);
    return 1;
  }
  // From here on, so that a Ctrl+C while the core starts is not lost.
  const stop = listenForStop(deps.signals, () => deps.clock.now());
  const folder = dataFolder(deps.env, deps.platform, deps.homeFolder);
  const logger = deps.createLogger(folder);
  const core = await deps.createCore({
    host: browserHostPorts(deps, languages),
    clock: deps.clock,
    logger,
    env: deps.env,
    homeFolder: deps.homeFolder,
    dataFolder: folder,
  });
  try {
    return await serveCore(core, logger, options, languages, stop.received, deps);
  } finally {
    await core.close();
    stop.release();
  }
}

async function serveCore(
  core: AppCore,
  logger: Logger,
  options: ServeArguments,
  languages: readonly string[],
  stopWanted: Promise<void>,
  deps: CommandDeps,
): Promise<number> {
  const language = resolveLanguage(core.settings.value.language, languages);
  const { host: words } = messagesFor(language);
  let file: OpeningFile | undefined;
  let host: BrowserHost;
  try {
    const { rendererFolder, clock } = deps;
    const onOpened = () => file?.remove();
    host = await startBrowserHost({
      core,
      rendererFolder,
      port: options.port,
      logger,
      clock,
      language,
      onOpened,
    });
  } catch (thrown) {
    if (!(thrown instanceof PortUnavailable)) throw thrown;
    deps.stderr.write(`${portProblem(thrown, words.serve)}\n`);
    return 1;
  }
  if (options.open) file = openInBrowser(host.url, words.appName, logger, deps);
  try {
    const ready = file === undefined ? words.serve.openThis : words.serve.opening;
    const lines = [
      ready,
      '',
      `  ${host.url}`,
      '',
      words.serve.onlyHere({ port: host.port }),
      words.serve.stop,
    ];
    deps.stdout.write(`${lines.join('\n')}\n`);
    await stopWanted;
  } finally {
    file?.remove();
    await host.close();
  }
  deps.stdout.write(`${words.serve.stopped}\n`);
  return 0;
}

function portProblem(problem: PortUnavailable, words: Messages['host']['serve']): string {
  return problem.why === 'taken' ? words.portTaken(problem) : words.portReserved(problem);
}

function browserHostPorts(deps: CommandDeps, languages: readonly string[]): Host {
  const { platform, env } = deps;
  return {
    info: {
      version: packageJson.version,
      host: 'browser',
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      demo: env['BUCKET_PORTER_DEMO'] === '1',
    },
    // The page opens addresses itself: the browser may be on another machine than we are.
    openPage: async () => false,
    systemLanguages: () => languages,
  };
}
