import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

/** Unit and integration tests: plain Node for everything, a simulated page for `renderer/` only. */
export default defineConfig({
  test: {
    // Generous, since CI may be busy: no test waits for time, only for conditions.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // One process per file would load the AWS SDK dozens of times; no test leaves state behind.
          isolate: false,
          include: ['{shared,electron,e2e,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: { name: 'page', environment: 'happy-dom', include: ['renderer/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
