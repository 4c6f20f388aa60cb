import { defineConfig } from '@playwright/test';

import { findChromium } from './support/chromium.js';

const chromium = await findChromium();

/**
 * Journeys over the built product. Each runs at a desk's width; those tagged `@phone` also at a phone's.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  globalSetup: './support/start-product.ts',
  outputDir: '../../.cache/e2e/results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One machine serves database, product and browsers: more at once is only slower.
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['OPENIMPACT_TEST_REPORT'] ?? '../../.cache/e2e/report.json' }],
  ],
  use: {
    locale: 'en-GB',
    // A journey sees what the server answers; the one about being offline asks for more.
    serviceWorkers: 'block',
    timezoneId: 'Europe/London',
    // A page that is still moving has other colours than the one a person reads.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium.path,
      env: chromium.environment,
      args: ['--disable-dev-shm-usage', '--disable-gpu'],
    },
    // A film of every page costs as much again as the journey; what a page held and asked for is kept without it.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desk', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
