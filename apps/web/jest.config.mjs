import { preset } from '../../packages/tooling/jest-preset.mjs';

const shared = preset({ name: 'web', root: import.meta.dirname, jsx: true });

// Jest reads a catalogue only when the import says that it is JSON, which swc drops unless told.
shared.transform['^.+\\.tsx?$'][1].jsc.experimental = { keepImportAttributes: true };

export default {
  ...shared,
  testEnvironment: 'jsdom',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/src/testing/css-module.ts',
    '\\.woff2$': '<rootDir>/src/testing/css-module.ts',
    ...shared.moduleNameMapper,
  },
};
