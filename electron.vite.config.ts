import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

/**
 * Everything is bundled, so a package holds no node_modules but the native keychain module: less to load
 * at start, less to ship, less to trust.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: resolve(here, 'electron/main.ts'),
          cli: resolve(here, 'electron/cli/main.ts'),
          'keychain-worker': resolve(here, 'electron/core/sessions/keychain-worker.ts'),
          'listing-worker': resolve(here, 'electron/core/s3/listing/rows/row-thread.ts'),
        },
        external: ['electron', '@napi-rs/keyring'],
        output: {
          // Workers are unpacked from the package, where no package.json says that they are modules.
          entryFileNames: ({ name }) => (name.endsWith('-worker') ? '[name].mjs' : '[name].js'),
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload can't be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // Relative, so that the page works under whatever folder its host serves it from.
    base: './',
    build: {
      minify: true,
      chunkSizeWarningLimit: 700,
      // The content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      outDir: 'out/renderer',
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
});
