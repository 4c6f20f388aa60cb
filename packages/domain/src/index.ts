export * from './shared/index.js';
export * from './people/index.js';
export * from './organisations/index.js';
