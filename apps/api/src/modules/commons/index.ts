export { entryView, type EntryFilter, pageOfEntries } from './application/entry-view.js';
export { ReviseEntry } from './application/revise-entry.js';
export { WithdrawEntry } from './application/withdraw-entry.js';
export { ShareEntry, type ShareEntryCommand } from './application/share-entry.js';
export { UseEntry } from './application/use-entry.js';
export { CommonsModule } from './commons.module.js';
export { CommonsEntryConnection, CommonsEntryObject } from './graphql/entry.object.js';
