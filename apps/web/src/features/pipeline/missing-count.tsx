import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';

export const MissingCount_idea = graphql(`
  fragment MissingCount_idea on Idea {
    id
    gate {
      requirements {
        code
        met
      }
    }
  }
`);

/** How many things the next station still needs, for the thread. Null where there is no next station. */
export function useMissing(idea: FragmentType<typeof MissingCount_idea>): number | null {
  const data = useFragmentData(MissingCount_idea, idea);
  return data?.gate == null ? null : data.gate.requirements.filter(({ met }) => !met).length;
}
