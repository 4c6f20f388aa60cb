import { components } from './components.js';
import { breakfastCount } from './ideas/breakfast-count.js';
import { easyLetters } from './ideas/easy-letters.js';
import { eveningHandover } from './ideas/evening-handover.js';
import { delivering } from './ideas/delivering.js';
import { funding } from './ideas/funding.js';
import { logged } from './ideas/logged.js';
import { navigator } from './ideas/navigator.js';
import { neighboursFunding } from './ideas/neighbours-funding.js';
import { neighboursLoggedToo } from './ideas/neighbours-logged-too.js';
import { neighboursLogged } from './ideas/neighbours-logged.js';
import { neighboursReady } from './ideas/neighbours-ready.js';
import { neighboursWithBacking } from './ideas/neighbours-with-backing.js';
import { shaped } from './ideas/shaped.js';
import { stopped } from './ideas/stopped.js';
import { supported } from './ideas/supported.js';
import { givenEntries } from './library.js';
import { mandates } from './mandates.js';
import { moreComponents } from './more-components.js';
import { moreMandates } from './more-mandates.js';
import { moreOrganisations } from './more-organisations.js';
import { morePeople } from './more-people.js';
import { organisations } from './organisations.js';
import { people } from './people.js';
import { heldPosts, reports } from './site-team.js';
import type { DemonstrationPlan } from './plan.js';

export { EASY_READ } from './easy-read.js';
export type * from './plan.js';
export type * from './plan-measuring.js';

/** Chance in the demonstration comes from this seed, so that two installations show the same. */
export const DEMONSTRATION_SEED = 'openimpact-demonstration-1';

/**
 * What the demonstration shows, as data. Everything in it is invented: people, organisations, towns and numbers.
 *
 * A larger demonstration is more of the same lists; nothing else has to change.
 */
export const demonstrationPlan: DemonstrationPlan = {
  people: [...people, ...morePeople],
  organisations: [...organisations, ...moreOrganisations],
  components: [...components, ...moreComponents],
  mandates: [...mandates, ...moreMandates],
  // The one that goes the whole way comes first: the others may start from what it returned.
  ideas: [
    navigator,
    breakfastCount,
    ...delivering,
    easyLetters,
    ...eveningHandover,
    ...stopped,
    ...funding,
    ...neighboursFunding,
    ...shaped,
    ...neighboursReady,
    ...supported,
    ...logged,
    ...neighboursWithBacking,
    ...neighboursLogged,
    ...neighboursLoggedToo,
  ],
  givenEntries,
  reports,
  heldPosts,
};
