import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { RelativeTime } from '../../ui/time.js';
import { useIdeaWords } from './words.js';

export const IdeaByline_idea = graphql(`
  fragment IdeaByline_idea on Idea {
    id
    createdAt
    author {
      id
      handle
      name
    }
    organisation {
      id
      slug
      name
    }
  }
`);

/** Who had it, when, and for whom they spoke: the originator stays named on every page. */
export function IdeaByline({ idea }: { readonly idea: FragmentType<typeof IdeaByline_idea> }) {
  const t = useIdeaWords();
  const data = useFragmentData(IdeaByline_idea, idea);
  if (data === null) return null;
  const { author, organisation } = data;
  const parts = {
    time: <RelativeTime at={data.createdAt} />,
    author: <Link to={`/people/${author.handle}`} />,
    organisation: <Link to={`/organisations/${organisation?.slug ?? ''}`} />,
  };
  return (
    <p>
      {organisation == null
        ? t.rich('page.by', { name: author.name }, parts)
        : t.rich('page.for', { name: author.name, organisation: organisation.name }, parts)}
    </p>
  );
}
