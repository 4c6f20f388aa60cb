export { type Fetched, type NotFetched, Outgoing, type OutgoingSettings } from './outgoing.js';
