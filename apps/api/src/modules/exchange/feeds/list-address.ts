import { ASIDE_STAGES, PERSPECTIVES, STAGES, THEMES } from '@openimpact/domain';

import { allOf, type Sql } from '../../../platform/database/index.js';
import { filterIdeas, IDEA_ORDERS, orderIdeas, type IdeaOrder } from '../../ideas/index.js';

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
export function listOf(address: ListAddress) {
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
  return {
    where: (idea: Sql): Sql => allOf(filterIdeas(filter, orderBy)(idea)),
    order: (idea: Sql) => orderIdeas(orderBy)(idea),
  };
}
