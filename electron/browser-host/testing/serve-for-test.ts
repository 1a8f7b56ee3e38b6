import { FakeClock } from '../../core/support/fake-clock.ts';
import type { PreviewResponder } from '../../core/support/streamed-answer.ts';
import { startBrowserHost } from '../browser-host.ts';
import { makeRendererFolder } from './renderer-folder.ts';
import { makeTestBridge, memoryLogger } from './test-bridge.ts';

export type Served = Awaited<ReturnType<typeof serveForTest>>;

/** One preview, which tells the range it was asked for. */
const testPreview: PreviewResponder = async (path, range) => {
  if (path !== 'preview/abc/a.png') return undefined;
  const bytes = new TextEncoder().encode(range ?? 'all');
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(bytes.length),
      'Content-Security-Policy': 'sandbox',
    },
    body: new Blob([bytes]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>,
  };
};

/** A browser host on a free port, with a test's bridge behind it, a clock that stands still, and a page. */
export async function serveForTest(script?: string) {
  const renderer = makeRendererFolder(script);
  const core = { ...makeTestBridge(), previews: testPreview };
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
