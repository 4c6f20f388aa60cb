import { preset } from '../tooling/jest-preset.mjs';

export default preset({ name: 'domain', root: import.meta.dirname });
