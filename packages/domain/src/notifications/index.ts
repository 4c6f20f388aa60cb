export * from './news.js';
export * from './settings.js';
