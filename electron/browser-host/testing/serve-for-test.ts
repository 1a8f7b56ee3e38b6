import { FakeClock } from '../../core/support/fake-clock.ts';
import { startBrowserHost } from '../browser-host.ts';
import { makeRendererFolder } from './renderer-folder.ts';
import { makeTestBridge, memoryLogger } from './test-bridge.ts';

export type Served = Awaited<ReturnType<typeof serveForTest>>;

/** A browser host on a free port, with a test's bridge behind it, a clock that stands still, and a page. */
export async function serveForTest(script?: string) {
  const renderer = makeRendererFolder(script);
  const core = makeTestBridge();
  const clock = new FakeClock();
  const logger = memoryLogger();
  let opened = 0;
  const host = await startBrowserHost({
    core,
    rendererFolder: renderer.folder,
    logger,
    clock,
    language: 'en',
    onOpened: () => (opened += 1),
  });
  return {
    host,
    core,
    clock,
    logger,
    rendererFolder: renderer.folder,
    /** How often the one-time address has been used. */
    opened: () => opened,
    stop: async () => {
      await host.close();
      renderer.remove();
    },
  };
}
