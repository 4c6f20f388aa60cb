import { preset } from '../../packages/tooling/jest-preset.mjs';

export default preset({
  name: 'api',
  root: import.meta.dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.story-spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  setupFiles: ['<rootDir>/test/support/collect-statements.mjs'],
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
});
