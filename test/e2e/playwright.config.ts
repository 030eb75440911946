import { join } from 'node:path';

import { defineConfig } from '@playwright/test';

import { chromiumLaunchOptions } from '../support/chromium.mjs';

const results = join(import.meta.dirname, '../../test-results');

/** The product as `npm start` runs it, in one process with a database of its own, and one browser that walks through it. */
export default defineConfig({
  testDir: '.',
  outputDir: join(results, 'e2e'),
  globalSetup: './support/start-product.ts',
  // One database: the tests see each other's cases.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }], ['./support/states-reporter.ts']],
  use: {
    // Known in the workers, which start after the product.
    baseURL: process.env['PANEL_E2E_ADDRESS'],
    browserName: 'chromium',
    launchOptions: chromiumLaunchOptions(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
