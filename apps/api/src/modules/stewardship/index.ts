export { StewardshipModule } from './stewardship.module.js';
