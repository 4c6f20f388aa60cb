export * from './component.js';
export * from './component-use.js';
export * from './conclude-licence.js';
export * from './file-differences.js';
export * from './licence-facts.js';
export * from './register-component.js';
export * from './reimport-component.js';
