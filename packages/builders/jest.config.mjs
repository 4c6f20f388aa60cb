import { preset } from '../tooling/jest-preset.mjs';

export default preset({ name: 'builders', root: import.meta.dirname });
