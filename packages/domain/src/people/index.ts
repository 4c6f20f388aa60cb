export * from './delete-account.js';
export * from './handle.js';
export * from './name.js';
export * from './password.js';
export * from './year-band.js';
