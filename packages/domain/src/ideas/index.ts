export * from './check-content.js';
export * from './commitment.js';
export * from './idea.js';
export * from './log-idea.js';
export * from './personal-data.js';
export * from './revise-idea.js';
export * from './slug.js';
export * from './withdraw-idea.js';
