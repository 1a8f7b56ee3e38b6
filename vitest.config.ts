import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

// Generous, since CI may be busy: no test waits for time, only for conditions. Projects inherit none of it.
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };

/** Unit and integration tests: plain Node for everything, a simulated page for `renderer/` only. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'node',
          environment: 'node',
          // One process per file would load the AWS SDK dozens of times; no test leaves state behind.
          isolate: false,
          include: ['{shared,electron,e2e,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          name: 'page',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
