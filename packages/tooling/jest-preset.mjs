// One Jest setting for every package: ESM through swc, with the metadata that Nest's injection reads.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const packages = resolve(import.meta.dirname, '..');

/**
 * @param {{ name: string, root: string, jsx?: boolean, [setting: string]: unknown }} options
 *   `name` is how the project is chosen (`--selectProjects NAME`), `root` the package's folder;
 *   anything else is a Jest setting and wins over the preset.
 */
export function preset({ name, root, jsx = false, ...settings }) {
  return {
    displayName: name,
    rootDir: root,
    roots: ['<rootDir>/src'],
    testEnvironment: 'node',
    testMatch: ['**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: {
      '^@openimpact/(domain|publiccode|licences|builders)$': `${packages}/$1/src/index.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    transform: {
      '^.+\\.tsx?$': [
        require.resolve('@swc/jest'),
        {
          jsc: {
            target: 'es2024',
            keepClassNames: true,
            parser: { syntax: 'typescript', tsx: jsx, decorators: true },
            transform: {
              legacyDecorator: true,
              decoratorMetadata: true,
              useDefineForClassFields: false,
              ...(jsx ? { react: { runtime: 'automatic' } } : {}),
            },
          },
          module: { type: 'es6' },
        },
      ],
    },
    ...settings,
  };
}
