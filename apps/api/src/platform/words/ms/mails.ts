import { TAGS } from '../in-language.js';
import type { MailWords } from '../mail-words.js';

/** Mails in Malay. */
export const MAILS: MailWords = {
  confirmAddress: (url) => ({
    subject: 'Sahkan alamat anda untuk OpenImpact',
    body: `Selamat datang. Buka alamat ini untuk mengesahkan bahawa ini memang anda dan untuk log masuk:\n\n${url}\n\nIa boleh digunakan selama satu hari. Jika anda tidak mendaftar, jangan buat apa-apa: tanpa langkah ini tiada sesiapa boleh menggunakan alamat anda.\n`,
  }),
  oneTimeLink: (url, minutes) => ({
    subject: 'Pautan anda untuk log masuk ke OpenImpact',
    body: `Buka alamat ini untuk log masuk:\n\n${url}\n\nIa boleh digunakan sekali sahaja, selama ${minutes} minit. Jangan majukan e-mel ini: sesiapa yang membuka pautan itu menjadi anda. Jika anda tidak memintanya, jangan buat apa-apa.\n`,
  }),
  newPassword: (url, minutes) => ({
    subject: 'Pilih kata laluan baharu untuk OpenImpact',
    body: `Buka alamat ini untuk memilih kata laluan baharu:\n\n${url}\n\nIa boleh digunakan sekali sahaja, selama ${minutes} minit. Selepas itu anda dilog keluar di semua tempat lain. Jika anda tidak memintanya, jangan buat apa-apa: kata laluan anda kekal seperti sedia ada.\n`,
  }),
  invitation: ({ inviter, organisation, url, days }) => ({
    subject: `${inviter} menjemput anda ke ${organisation} di OpenImpact`,
    body: `${inviter} menjemput anda bertindak bagi pihak ${organisation} di OpenImpact.\n\nBuka alamat ini untuk menjawab:\n\n${url}\n\nIa boleh digunakan selama ${days} hari, dan hanya untuk alamat yang menerima e-mel ini. Jika anda tidak mengenali ${organisation}, jangan buat apa-apa.\n`,
  }),
  gatheredNews: (count, about) =>
    count === 1
      ? `Notis tentang ${about ?? 'apa yang anda ikuti'}`
      : `${number(count)} notis tentang apa yang anda ikuti`,
  whatBecame: 'Apa yang terjadi dengan apa yang anda undi, tulis atau ikuti:',
  more: (count, url) => `Dan ${number(count)} lagi: ${url}`,
  newsFooter: (settings, unsubscribe) =>
    `Anda memilih apa yang anda mahu tahu, dan berapa kerap: ${settings}\nHentikan e-mel ini dengan satu tekanan, tanpa log masuk: ${unsubscribe}`,
};

function number(count: number): string {
  return count.toLocaleString(TAGS.ms);
}
