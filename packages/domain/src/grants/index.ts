export * from './award.js';
export * from './read-earlier-grants.js';
