export * from './brief.js';
export * from './gates.js';
export * from './hearing.js';
export * from './offer-lines.js';
export * from './stages.js';
