import { defineConfig } from 'vitest/config';
import { TEXT_FILES, textModule } from '../appsscript/template-module.ts';

export default defineConfig({
  plugins: [
    { name: 'templates', enforce: 'pre', load: (id) => (TEXT_FILES.test(id) ? textModule(id) : undefined) },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    reporters: ['default', './test/tally.ts'], // the last line counts: N passed, N failed
    maxWorkers: '100%', // of the cores: two do not leave one for the runner alone
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
