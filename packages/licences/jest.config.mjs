import { preset } from '../tooling/jest-preset.mjs';

export default preset({ name: 'licences', root: import.meta.dirname });
