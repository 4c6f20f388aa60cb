import { defineConfig } from '@playwright/test';

import journeys from './playwright.config.js';

/** `npm run shots`: a picture of every page at a desk and a phone, light and dark, in `.cache/shots`. */
export default defineConfig({
  ...journeys,
  testDir: './shots',
  testMatch: '*.shots.ts',
  globalSetup: './shots/start.ts',
  outputDir: '../../.cache/e2e/shots-results',
  timeout: 300_000,
  reporter: 'list',
  fullyParallel: true,
  projects: [{ name: 'shots' }],
});
