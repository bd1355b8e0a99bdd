import { defineConfig, devices } from '@playwright/test';
import { anyChromium } from './lib/start/testing/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/fixtures/global-setup.ts',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // Recording costs two cores more than the stories themselves; to look into one, run it with --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
    // What cannot be pressed says so where it stands, instead of using up the time of its story.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: anyChromium(),
  },
});
