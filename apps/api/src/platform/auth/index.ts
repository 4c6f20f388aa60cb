export * from './viewer.js';
export * from './viewer-source.js';
export { makeApiToken } from './api-token.js';
export { AuthModule } from './auth.module.js';
export { Sessions } from './sessions.js';
export { SignInSettings } from './sign-in-settings.js';
export { scopeOf, TOKEN_SCOPES, type TokenScope } from './scopes.js';
