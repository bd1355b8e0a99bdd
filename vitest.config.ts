import path from 'node:path';
import { defineConfig } from 'vitest/config';

const needsDatabase = 'lib/{store,commands,queries,timers,jobs,intake,live,auth,edge,api,demo}/**/*.test.ts';
const alias = { '@': path.resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'core',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: [needsDatabase, '**/node_modules/**'],
          environment: 'node',
          // Rules keep nothing between calls: their tests share a world, and half of the time is spared.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: [needsDatabase],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ['lib/start/testing/template.ts'],
          setupFiles: ['lib/start/testing/own-database.ts'],
        },
      },
    ],
  },
});
