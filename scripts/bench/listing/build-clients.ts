import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT } from '../../support/project.ts';

const CLIENTS = join(import.meta.dirname, 'clients');

/** Where the built clients are: outside of `out`, which is what gets packaged. */
export const BUILT_CLIENTS = join(PROJECT, '.vite', 'bench');

/**
 * Bundles the clients that run in this Node as the app itself is bundled: stripping types as it loads would cost a
 * process tens of megabytes that the app doesn't need.
 */
export async function buildClients(): Promise<void> {
  await rm(BUILT_CLIENTS, { recursive: true, force: true });
  const worker = join(PROJECT, 'electron', 'core', 's3', 'listing', 'rows', 'row-thread.ts');
  await bundle('ours', { ours: join(CLIENTS, 'ours.ts'), 'listing-worker': worker });
  // Each by itself: of two that share code, one may come to lie in the other's file and would run with it.
  await bundle('sdk-paginator', { 'sdk-paginator': join(CLIENTS, 'sdk-paginator.ts') });
  await bundle('raw-reader', { 'raw-reader': join(CLIENTS, 'raw-reader.ts') });
}

async function bundle(folder: string, input: Readonly<Record<string, string>>): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: PROJECT,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(BUILT_CLIENTS, folder),
      minify: false,
      rolldownOptions: {
        input,
        external: ['@napi-rs/keyring'],
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  });
}
