export { type AskedMail, type LeavingMail, MailTransport, type NewMail, type WordedMail } from './mail.js';
export { MailModule } from './mail.module.js';
export { MailOutbox } from './mail-outbox.js';
export { FolderTransport } from './transports.js';
