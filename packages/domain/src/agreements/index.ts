export * from './agreement.js';
export * from './amend-agreement.js';
export * from './draft-agreement.js';
export * from './sign-agreement.js';
