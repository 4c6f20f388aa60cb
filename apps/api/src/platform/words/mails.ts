import { MAILS as ENGLISH } from './en/mails.js';
import type { Language } from './in-language.js';
import type { MailWords } from './mail-words.js';
import { MAILS as MALAY } from './ms/mails.js';

const IN_LANGUAGE: Readonly<Record<Language, MailWords>> = { en: ENGLISH, ms: MALAY };

export function mailWords(language: Language): MailWords {
  return IN_LANGUAGE[language];
}
