import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageBridge } from '../../shared/wire.ts';
import { FROM_PAGE, TO_PAGE } from './ipc-channels.ts';

const path = join(import.meta.dirname, '..', 'preload.ts');
let source: string;
let bundle: string;

beforeAll(async () => {
  source = await readFile(path, 'utf8');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: path, formats: ['cjs'] },
      rolldownOptions: { external: ['electron'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  bundle = output?.output[0].code ?? '';
});

/** Runs the bundle as a sandboxed preload runs: `require` knows Electron only. */
function run() {
  const exposed: Record<string, unknown> = {};
  const sent: unknown[][] = [];
  const listeners = new Map<string, ((event: unknown, message: unknown) => void)[]>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (exposed[name] = value) },
    ipcRenderer: {
      send: (...message: unknown[]) => void sent.push(message),
      on: (channel: string, listener: () => void) =>
        void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel: string, listener: () => void) =>
        void listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((other) => other !== listener),
        ),
    },
  };
  const required: string[] = [];
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  runInContext(bundle, createContext({ require, exports: {}, module: { exports: {} }, crypto }));
  const receive = (message: unknown) => {
    for (const listener of listeners.get(TO_PAGE) ?? []) listener({ sender: 'Electron’s own' }, message);
  };
  return { exposed, bridge: exposed['bucketPorter'] as PageBridge, sent, required, receive };
}

describe('the preload script', () => {
  it('is short', () => {
    expect(source.split('\n').length).toBeLessThan(60);
  });

  it('requires Electron and nothing else', () => {
    expect(run().required).toEqual(['electron']);
  });

  it('gives the page exactly the bridge', () => {
    const { exposed, bridge } = run();
    expect(Object.keys(exposed)).toEqual(['bucketPorter']);
    expect(Object.keys(bridge).sort()).toEqual(['listen', 'send']);
  });

  it('names its load with every message', () => {
    const first = run();
    first.bridge.send({ type: 'cancel', id: '1' });
    first.bridge.send({ type: 'cancel', id: '2' });
    const second = run();
    second.bridge.send({ type: 'cancel', id: '3' });
    expect(first.sent.map(([channel, , message]) => [channel, message])).toEqual([
      [FROM_PAGE, { type: 'cancel', id: '1' }],
      [FROM_PAGE, { type: 'cancel', id: '2' }],
    ]);
    const [one, two, three] = [...first.sent, ...second.sent].map(([, load]) => load);
    expect(one).toEqual(expect.any(String));
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  it('hands over messages without Electron’s event, until told to stop', () => {
    const { bridge, receive } = run();
    const heard: unknown[][] = [];
    const stop = bridge.listen((...message) => void heard.push(message));
    receive({ type: 'event', event: 'overview', payload: 1 });
    stop();
    receive({ type: 'event', event: 'overview', payload: 2 });
    expect(heard).toEqual([[{ type: 'event', event: 'overview', payload: 1 }]]);
  });
});
