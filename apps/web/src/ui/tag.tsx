export { Tag } from './notice.js';
