import { graphql } from '../../gql/index.js';
import { LiveUpdates } from '../../lib/live-updates.js';
import { useSupportWords } from './words.js';

// As much as the page shows of it: what came goes in the place of what was there.
const LiveSupportDocument = graphql(`
  subscription LiveSupport($ideaId: ID!) {
    ideaSupportChanged(ideaId: $ideaId) {
      id
      support {
        votes
        organisations
        imported
        apart {
          sessions
          recorded
        }
        byPerspective {
          perspective
          count
          fewerThan
        }
        answers {
          wouldNotHelp {
            count
            fewerThan
          }
          couldHarm {
            count
            fewerThan
          }
        }
      }
    }
  }
`);

interface LiveSupportProps {
  readonly ideaId: string;
  readonly votes: number;
  readonly organisations: number;
}

/** The bar moves at once. What else depends on it is read a little later, for a campaign that brings many readers. */
const READ_AGAIN_MS = 10_000;

/** Keeps the bar of an idea up to date. */
export function LiveSupport({ ideaId, votes, organisations }: LiveSupportProps) {
  const t = useSupportWords();
  return (
    <LiveUpdates
      document={LiveSupportDocument}
      variables={{ ideaId }}
      said={`${t('votes', { count: votes })} · ${t('organisations', { count: organisations })}`}
      readAgainAfter={READ_AGAIN_MS}
    />
  );
}
