import { lineagePage } from './lineage-page.js';

export const page = lineagePage('ENTRY');
