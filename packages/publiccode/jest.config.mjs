import { preset } from '../tooling/jest-preset.mjs';

export default preset({ name: 'publiccode', root: import.meta.dirname });
