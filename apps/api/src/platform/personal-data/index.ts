export { PersonalData, type PersonalDataProvider } from './personal-data.js';
export { PersonalDataModule } from './personal-data.module.js';
