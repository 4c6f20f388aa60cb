export { inLanguage, type Language, languageOf } from './in-language.js';
