export { MAX_BYTES, parsePubliccode } from './parse.js';
export type { ParsedPubliccode } from './parse.js';
export type { Problem, ProblemCode, Severity } from './problem.js';
export type { Description, Publiccode } from './sections.js';
export type { ListNode, MapEntry, MapNode, Position, PubliccodeNode, ScalarNode } from './tree.js';
export { validatePubliccode } from './validate.js';
export type { Validation } from './validate.js';
export {
  CATEGORIES,
  DEVELOPMENT_STATUSES,
  LATEST_VERSION,
  MAINTENANCE_TYPES,
  SCOPES,
  SOFTWARE_TYPES,
  SUPPORTS_ALIASES,
} from './vocabularies.js';
export { draftPubliccode, InvalidPubliccodeError, writePubliccode } from './write.js';
export type { WritablePubliccode } from './write.js';
