import { operatorPage } from './operator-page.js';

export const page = operatorPage('PRIVACY');
