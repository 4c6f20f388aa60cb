export * from './live-updates.js';
