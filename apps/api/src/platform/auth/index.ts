export { asOfNow } from './as-of-now.js';
export * from './viewer.js';
export * from './viewer-source.js';
export { makeApiToken } from './api-token.js';
export { type AttemptRule, RateLimits } from './rate-limits.js';
export { SignInSettings } from './sign-in-settings.js';
export { TOKEN_SCOPES, type TokenScope } from './scopes.js';
