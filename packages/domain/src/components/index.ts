export * from './component.js';
export * from './conclude-licence.js';
export * from './licence-facts.js';
export * from './register-component.js';
