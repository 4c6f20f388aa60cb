export * from './config.js';
export { REPOSITORY } from './repository.js';
export * from './startup-error.js';
