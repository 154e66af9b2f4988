import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One runner for the whole house: `npm test -- --unit`. Browser tests are Playwright's, in apps/web/e2e. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      'apps/server/{src,bin}/**/*.test.{ts,mjs}',
      'apps/web/{src/**/,}*.test.ts',
      'apps/bench/src/**/*.test.ts',
    ],
    globalSetup: [fileURLToPath(new URL('src/test-setup.ts', import.meta.url))],
    // A busy old machine is slow, not broken.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // TypeScript is run by Node itself, as in the product.
    pool: 'forks',
    // One less is vitest's own measure. A test that asks a database waits for half of its time, in which another may run.
    maxWorkers: availableParallelism(),
  },
})
