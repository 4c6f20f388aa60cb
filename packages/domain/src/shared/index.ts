export * from './decision.js';
export * from './money.js';
export * from './requirement.js';
export * from './vocabulary.js';
export * from './canonical-json.js';
export * from './text.js';
