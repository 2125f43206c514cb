import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', './test/tally.ts'], // the last line counts: N passed, N failed
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
