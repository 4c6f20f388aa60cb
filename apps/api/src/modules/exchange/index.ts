export { ImportComponent } from './application/import-component.js';
export { ImportIdeas } from './application/import-ideas.js';
export { type ImportOptions, type ImportReport } from './application/importing.js';
export { ImportPolis } from './application/import-polis.js';
export { ImportVotes } from './application/import-votes.js';
export { NotAPolisExport } from './application/read-polis-folder.js';
export { ExchangeModule } from './exchange.module.js';
export { ImportTable } from './application/import-table.js';
export { wordFault } from './application/word-fault.js';
