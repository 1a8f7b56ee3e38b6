import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { randomUUID } from 'node:crypto';
import type { CdpSession } from '../chromium/cdp.ts';
import { PRELOAD_WORLD, pageWorldScript, preloadWorldScript } from '../page/page-scripts.ts';
import type { FromPage, PageConfig, ToPage } from '../page/preload-world.ts';

export interface PreloadFile {
  readonly path: string;
  /** Undefined where it can't be read or isn't a script. */
  readonly source: string | undefined;
  readonly error: Error | undefined;
}

/** Reads a preload script and checks that it is one: a sandboxed preload can't be an ES module. */
export function readPreload(path: string): PreloadFile {
  try {
    const source = readFileSync(path, 'utf8');
    // Only compiled, never run.
    void new Script(`(function () {${source}\n})`, { filename: path });
    return { path, source, error: undefined };
  } catch (error) {
    return { path, source: undefined, error: error as Error };
  }
}

/** The way between the main process and the preload world of a window's pages. */
export class PageChannel {
  readonly #session: CdpSession;
  readonly #config: PageConfig;
  readonly #preload: PreloadFile | undefined;

  constructor(
    session: CdpSession,
    preload: PreloadFile | undefined,
    process: Readonly<Record<string, unknown>>,
    receive: (contextId: number, message: FromPage) => void,
  ) {
    this.#session = session;
    this.#preload = preload;
    const token = randomUUID();
    this.#config = { token, binding: `out-${token}`, receiver: `in-${token}`, process };
    session.on(
      'Runtime.bindingCalled',
      (event: { name: string; payload: string; executionContextId: number }) => {
        if (event.name !== this.#config.binding) return;
        receive(event.executionContextId, JSON.parse(event.payload) as FromPage);
      },
    );
  }

  /** Sees to it that every document begins with our scripts. The page has to be held meanwhile. */
  async install(): Promise<void> {
    const config = this.#config;
    await Promise.all([
      this.#session.send('Runtime.addBinding', { name: config.binding, executionContextName: PRELOAD_WORLD }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(config) }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorldScript(config, this.#preload?.source),
        worldName: PRELOAD_WORLD,
      }),
    ]);
  }

  /** Tells a document something. One that has gone meanwhile hears nothing, as with Electron. */
  send(contextId: number, message: ToPage): void {
    this.#session.tell('Runtime.evaluate', {
      expression: `globalThis[${JSON.stringify(this.#config.receiver)}](${JSON.stringify(message)})`,
      contextId,
      silent: true,
    });
  }
}
