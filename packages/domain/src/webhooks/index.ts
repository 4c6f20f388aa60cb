export * from './create-webhook.js';
