/** Properties draw anew at every run on a developer's machine; in CI they draw the same each time, so that red is red again. */
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ seed: 20261122 });
