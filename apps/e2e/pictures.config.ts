import { defineConfig } from '@playwright/test';

import journeys from './playwright.config.js';

/** `npm run pictures`: the pictures of the README, in `docs/pictures`. */
export default defineConfig({
  ...journeys,
  testDir: './shots',
  testMatch: '*.pictures.ts',
  outputDir: '../../.cache/e2e/pictures-results',
  reporter: 'list',
  workers: 1,
  projects: [{ name: 'pictures' }],
});
