export * from './held-post.js';
export * from './policy.js';
export * from './redact.js';
export * from './report.js';
export * from './transparency.js';
export * from './votes-aside.js';
