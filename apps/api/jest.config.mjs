import { preset } from '../../packages/tooling/jest-preset.mjs';

export default preset({ name: 'api', root: import.meta.dirname });
