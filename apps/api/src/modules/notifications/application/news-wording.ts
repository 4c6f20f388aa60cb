import { inLanguage, type Language, type MailText, mailWords } from '../../../platform/words/index.js';
import { wordActivity } from '../../activity/index.js';

/** One piece of news as a mail needs it. */
export interface Told {
  readonly kind: string;
  readonly about: string | null;
  readonly address: string | null;
}

/** To whom, and where its links lead. */
export interface NewsReader {
  readonly language: Language;
  readonly unsubscribeUrl: string;
  readonly link: (path: string) => string;
}

/** A whole link a line, because mail programs break what is longer and readers cut what is hidden behind words. */
function asLines(news: Told, { language, link }: NewsReader): string {
  const about = news.about === null ? '' : `${oneLine(news.about)}\n`;
  return `${about}${happened(news, language)}.\n${link(news.address ?? '/notifications')}\n`;
}

function happened({ kind }: Told, language: Language): string {
  return inLanguage(wordActivity(kind), language);
}

/** A title is a person's text: in the subject of a mail it must not begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function footer({ language, link, unsubscribeUrl }: NewsReader): string {
  return `-- \n${mailWords(language).newsFooter(link('/notifications/settings'), unsubscribeUrl)}\n`;
}

export function wordOneNews(news: Told, reader: NewsReader): MailText {
  const what = happened(news, reader.language);
  return {
    subject: news.about === null ? what : `${what}: ${oneLine(news.about)}`,
    body: `${asLines(news, reader)}\n${footer(reader)}`,
  };
}

export interface Gathered {
  readonly news: readonly Told[];
  /** What happened beyond what is listed. */
  readonly more: number;
}

export function wordGatheredNews({ news, more }: Gathered, reader: NewsReader): MailText {
  const words = mailWords(reader.language);
  const parts: string[] = [];
  if (news.length > 0) {
    parts.push(`${words.whatBecame}\n\n${news.map((each) => asLines(each, reader)).join('\n')}`);
  }
  if (more > 0) parts.push(`${words.more(more, reader.link('/notifications'))}\n`);
  const about = news[0]?.about ?? null;
  const subject = words.gatheredNews(news.length + more, about === null ? null : oneLine(about));
  return { subject, body: `${parts.join('\n')}\n${footer(reader)}` };
}
