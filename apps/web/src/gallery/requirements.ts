import type { Requirement } from '../ui/requirement-list.js';

export const REQUIREMENTS: readonly Requirement[] = [
  { code: 'VOTES', message: 'Five people back it', met: true, current: '14', needed: '5' },
  {
    code: 'ORGANISATIONS',
    message: 'Two verified organisations stand behind it',
    met: false,
    current: '1',
    needed: '2',
  },
  { code: 'HEARD', message: 'People with experience of it were heard', met: false },
];
