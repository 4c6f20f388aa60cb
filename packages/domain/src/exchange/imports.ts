import { IDEA_LIMITS } from '../ideas/index.js';
import { PERSPECTIVES, THEMES } from '../shared/vocabulary.js';
import type { ColumnRule } from './columns.js';

/** Columns of `import ideas`. `key` is the file's own name for a row: by it a second run knows what is already there. */
export const IDEA_COLUMNS = [
  {
    name: 'key',
    required: true,
    kind: 'key',
    about: 'Your own name for the row, kept, so that a second run changes nothing.',
  },
  { name: 'title', required: true, most: IDEA_LIMITS.title, about: 'What would help, in a line.' },
  { name: 'need', required: true, most: IDEA_LIMITS.need, about: 'What is hard today, and for whom.' },
  { name: 'outcome', required: true, most: IDEA_LIMITS.outcome, about: 'What would be different.' },
  { name: 'people_served', required: true, most: IDEA_LIMITS.peopleServed, about: 'Whom it is for.' },
  {
    name: 'easy_read',
    required: false,
    most: IDEA_LIMITS.easyRead,
    about: 'The idea again in one short sentence of plain words.',
  },
  {
    name: 'what_exists',
    required: false,
    most: IDEA_LIMITS.whatExists,
    about: 'What exists already, as far as you know.',
  },
  { name: 'themes', required: true, list: true, oneOf: THEMES, about: 'One or more themes, separated by ;' },
  { name: 'places', required: false, list: true, about: 'Where it is about, separated by ;' },
  { name: 'language', required: false, kind: 'language', about: 'A language tag such as en-GB; en when empty.' },
  {
    name: 'author',
    required: false,
    most: 80,
    kind: 'key',
    about: 'The handle of the person who logged it; nobody with an account when empty.',
  },
] as const satisfies readonly ColumnRule[];

/** Columns of `import votes`. Imported votes meet no gate. */
export const VOTE_COLUMNS = [
  { name: 'idea', required: true, kind: 'key', about: 'The idea: its address here, or the key it was imported under.' },
  { name: 'voter', required: true, kind: 'key', about: 'Your own name for the voter; never an email or a name.' },
  { name: 'perspective', required: true, oneOf: PERSPECTIVES, about: 'The hat the person voted under.' },
  { name: 'answer', required: false, oneOf: ['SUPPORT', 'WITHDRAWN'], about: 'SUPPORT when empty.' },
] as const satisfies readonly ColumnRule[];
