import { column, defineView, idOf } from '../../../platform/graphql/index.js';

export const personView = defineView('Person', { id: idOf('person'), handle: column('handle'), name: column('name') });
