import { ASIDE_STAGES, PERSPECTIVES, STAGES, THEMES } from '@openimpact/domain';

import { allOf, type Sql } from '../../../platform/database/index.js';
import { filterIdeas, IDEA_ORDERS, type IdeaOrder, type IdeaWords, orderIdeas } from '../../ideas/index.js';

/** What the address of a list of ideas may say: the same words as the page at `/ideas`. */
export interface ListAddress {
  readonly q?: unknown;
  readonly stage?: unknown;
  readonly theme?: unknown;
  readonly place?: unknown;
  readonly perspective?: unknown;
  readonly sort?: unknown;
}

const one = <Word extends string>(words: readonly Word[], asked: unknown): Word | undefined =>
  words.find((word) => word === asked);
const text = (asked: unknown): string => (typeof asked === 'string' ? asked.trim() : '');

/** The condition and order of a list by its address. What is not known is left out, as the page leaves it out. */
export async function listOf(address: ListAddress, words: IdeaWords) {
  const stage = one([...STAGES, ...ASIDE_STAGES], address.stage);
  const theme = one(THEMES, address.theme);
  const filter = {
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(theme === undefined ? {} : { themes: [theme] }),
    place: text(address.place),
    text: text(address.q),
    perspective: one(PERSPECTIVES, address.perspective) ?? null,
  };
  const orderBy: IdeaOrder = one(IDEA_ORDERS, address.sort) ?? 'TRENDING';
  const found = await words.find(filter.text);
  return {
    where: (idea: Sql): Sql => allOf(filterIdeas(filter, orderBy, found)(idea)),
    order: (idea: Sql) => orderIdeas(orderBy)(idea),
  };
}
