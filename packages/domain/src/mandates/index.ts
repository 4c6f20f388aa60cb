export * from './condition-terms.js';
export * from './express-interest.js';
export * from './mandate.js';
export * from './match-idea.js';
export * from './pledge-condition.js';
export * from './publish-mandate.js';
