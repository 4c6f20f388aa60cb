import { inLanguage, type Language } from '../../../platform/words/index.js';
import { wordActivity } from '../../activity/index.js';

/** How a feed introduces itself. */
interface FeedWords {
  readonly title: string;
  readonly description: string;
}

export function wordActivitiesFeed(language: Language): FeedWords {
  return {
    title: 'OpenImpact',
    description: inLanguage('What happens from a need to what is shared back.', language),
  };
}

/** @param about the name of what it happened to, as its people wrote it */
export function wordHappened(kind: string, about: string | null, language: Language): string {
  const happened = inLanguage(wordActivity(kind), language);
  return about === null ? happened : `${happened}: ${about}`;
}

export function wordIdeasFeed(language: Language): FeedWords {
  return {
    title: inLanguage('Ideas on OpenImpact', language),
    description: inLanguage('Needs that people who do the work have seen.', language),
  };
}

/** @param title the project's own, as its people wrote it */
export function wordVentureFeed(title: string, language: Language): FeedWords {
  return { title, description: `${inLanguage('News of the project', language)} “${title}”.` };
}

export function wordNoVenture(language: Language): string {
  return inLanguage('There is no such project.', language);
}
