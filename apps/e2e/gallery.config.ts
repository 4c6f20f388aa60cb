import { defineConfig } from '@playwright/test';

import journeys from './playwright.config.js';

/**
 * Pictures of every component in its states, compared with those that were looked at. After a change that is meant:
 * `npm run gallery -- --update-snapshots`, and look at each.
 */
export default defineConfig({
  ...journeys,
  testDir: './gallery',
  testMatch: '*.pictures.ts',
  globalSetup: './gallery/build.ts',
  snapshotPathTemplate: 'gallery/pictures/{arg}{ext}',
  workers: 1,
  timeout: 60_000,
  // Somebody looks at a new picture before it counts.
  updateSnapshots: 'none',
  projects: [{ name: 'gallery' }],
});
