import { defineConfig } from '@playwright/test';

import journeys from './playwright.config.js';

/** `npm run shots`: a picture of every page at a desk and a phone, light and dark, in `.cache/shots`. */
export default defineConfig({
  ...journeys,
  testDir: './shots',
  testMatch: '*.shots.ts',
  globalSetup: './shots/start.ts',
  timeout: 120_000,
  reporter: 'list',
  fullyParallel: true,
  projects: [{ name: 'shots' }],
});
