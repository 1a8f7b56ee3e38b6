import { cloneSource } from './clone.ts';
import { pageWorld } from './page-world.ts';
import { preloadEmitter } from './preload-emitter.ts';
import { type PageConfig, preloadWorld } from './preload-world.ts';
import { worldBridge } from './world-bridge.ts';

/** The name of the isolated world that preload scripts run in; Electron's own is called the same. */
export const PRELOAD_WORLD = 'Electron Isolated Context';

/** What runs first in the page's own world. */
export function pageWorldScript({ token }: PageConfig): string {
  return `(() => {
const worldBridge = ${worldBridge.toString()};
(${pageWorld.toString()})(worldBridge(${JSON.stringify(token)}, 'page'));
})();`;
}

/**
 * What runs first in the preload's world, with the preload script in it.
 * @param preload the script's text; undefined where the window has none
 */
export function preloadWorldScript(config: PageConfig, preload: string | undefined): string {
  // The preload script keeps to itself: it sees its parameters, not the names of this text.
  const run =
    preload === undefined
      ? 'undefined'
      : `window === window.top ? (function (require, module, exports, process) {${preload}\n}) : undefined`;
  return `((run) => {
${cloneSource}
const worldBridge = ${worldBridge.toString()};
const preloadEmitter = ${preloadEmitter.toString()};
(${preloadWorld.toString()})(${JSON.stringify(config)}, {
  bridge: worldBridge(${JSON.stringify(config.token)}, 'preload'),
  Emitter: preloadEmitter(),
  encode: encodeClone,
  decode: decodeClone,
}, run);
})(${run});`;
}
