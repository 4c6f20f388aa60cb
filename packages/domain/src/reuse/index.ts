export * from './answer-offer.js';
export * from './offer-reuse.js';
export * from './record-nothing-fits.js';
export * from './reuse-offer.js';
