import type { AcceptedLicences, LicensedAs, PledgeCondition, ReturnConditionTerm } from '@openimpact/domain';

import { said } from '../../../platform/graphql/index.js';
import { wordMoney } from './word-money.js';

const OUTPUT: Record<LicensedAs, string> = {
  software: 'software',
  data: 'data',
  content: 'research, guides and other content',
};

/** A condition in a plain sentence, as funders and those who are funded read it. */
export function wordCondition(condition: PledgeCondition | ReturnConditionTerm): string {
  switch (condition.code) {
    case 'MIN_ROUND_TOTAL':
      return `All pledges that count add up to at least ${wordMoney(condition.total)}.`;
    case 'MIN_FUNDERS':
      return `At least ${condition.funders} funders pledge.`;
    case 'MIN_VOTES':
      return `At least ${condition.votes} people support the idea.`;
    case 'LIVED_EXPERIENCE_HEARD':
      return 'People with lived experience of it have been heard.';
    case 'NOT_FIRST':
      return 'At least one other funder pledges.';
    case 'MAX_SHARE_OF_TARGET':
      return `This pledge is at most ${condition.percent} % of the target.`;
    case 'ACCEPTED_LICENCES':
      return condition.accepted.map(wordLicences).join(' ');
    case 'RESEARCH_PUBLISHED':
      return 'User research is shared back.';
    case 'OPEN_API':
      return 'There is an open interface (API).';
    case 'LEAD_VERIFIED':
      return 'The lead organisation is verified.';
    case 'OUTPUTS_DUE':
      return `Everything promised is shared back within ${condition.withinDays} days of the money being agreed.`;
    default:
      return condition satisfies never;
  }
}

function wordLicences({ licensedAs, licences }: AcceptedLicences): string {
  const what = OUTPUT[licensedAs];
  return licences === 'ANY_OPEN'
    ? `Any ${what} is shared under an open licence.`
    : `Any ${what} is shared under ${licences.length === 1 ? 'this licence' : 'one of these licences'}: ${licences.join(', ')}.`;
}

/**
 * A clause a funder can paste into its own grant letter.
 *
 * @param conditions what it asks for in return, a sentence each
 */
export function wordClause(title: string, conditions: readonly string[]): string {
  return [
    said(`This grant is made under our open offer “${title}”. What it pays for is given back for everyone to use:`),
    ...conditions.map((condition, index) => `${index + 1}. ${condition}`),
  ].join('\n');
}
