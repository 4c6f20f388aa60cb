export { fileFaultInLanguage, inLanguage, type Language, languageOf, spokenHere, TAGS } from './in-language.js';
export type { MailText, MailWords } from './mail-words.js';
export { mailWords } from './mails.js';
