import { wordActivity } from '../../activity/index.js';

/** One piece of news as a mail needs it. */
export interface Told {
  readonly kind: string;
  readonly about: string | null;
  readonly address: string | null;
}

/** A whole link a line, because mail programs break what is longer and readers cut what is hidden behind words. */
function asLines(news: Told, link: (path: string) => string): string {
  const about = news.about === null ? '' : `${oneLine(news.about)}\n`;
  return `${about}${wordActivity(news.kind)}.\n${link(news.address ?? '/notifications')}\n`;
}

/** A title is a person's text: in the subject of a mail it must not begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function footer(unsubscribe: string, link: (path: string) => string): string {
  return `-- \nYou choose what you hear of, and how often: ${link('/notifications/settings')}\nStop this mail with one press, without signing in: ${unsubscribe}\n`;
}

export function wordOneNews(
  news: Told,
  unsubscribe: string,
  link: (path: string) => string,
): { readonly subject: string; readonly body: string } {
  const happened = wordActivity(news.kind);
  return {
    subject: news.about === null ? happened : `${happened}: ${oneLine(news.about)}`,
    body: `${asLines(news, link)}\n${footer(unsubscribe, link)}`,
  };
}

export interface Gathered {
  readonly news: readonly Told[];
  /** What happened beyond what is listed. */
  readonly more: number;
}

export function wordGatheredNews(
  { news, more }: Gathered,
  unsubscribe: string,
  link: (path: string) => string,
): { readonly subject: string; readonly body: string } {
  const parts: string[] = [];
  if (news.length > 0) {
    parts.push(
      `What became of what you voted for, wrote or follow:\n\n${news.map((each) => asLines(each, link)).join('\n')}`,
    );
  }
  if (more > 0) parts.push(`And ${more} more: ${link('/notifications')}\n`);
  const count = news.length + more;
  const subject =
    count === 1
      ? `News of ${oneLine(news[0]?.about ?? 'what you follow')}`
      : `${count} pieces of news of what you follow`;
  return { subject, body: `${parts.join('\n')}\n${footer(unsubscribe, link)}` };
}
