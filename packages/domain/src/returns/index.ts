export * from './licence-judgement.js';
export * from './obligation.js';
export * from './return-content.js';
export * from './submit-return.js';
export * from './verifier.js';
export * from './verify-return.js';
export * from './waive-obligation.js';
export * from './working-days.js';
