import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Link } from '../../lib/router.js';
import { Section, Stack } from '../../ui/layout.js';
import { RelativeTime } from '../../ui/time.js';
import { useLeadWords } from './lead-words.js';

export const DeskLeads_viewer = graphql(`
  fragment DeskLeads_viewer on Viewer {
    id
    leadQuestions {
      id
      question
      askedAt
      organisation {
        id
        name
      }
      idea {
        id
        slug
        title
      }
    }
  }
`);

/** On somebody's desk: ideas whose authors ask their organisation to lead, and wait for an answer. */
export function DeskLeads({ viewer }: { readonly viewer: FragmentType<typeof DeskLeads_viewer> }) {
  const t = useLeadWords();
  const data = useFragmentData(DeskLeads_viewer, viewer);
  if (data === null || data.leadQuestions.length === 0) return null;
  return (
    <Section heading={t('desk.title')} id="lead">
      <Stack as="ul" gap={3}>
        {data.leadQuestions.map(({ id, idea, organisation, question, askedAt }) => (
          <li key={id}>
            <p>
              {t.rich(
                'desk.question',
                { title: idea.title, organisation: organisation.name },
                { link: <Link to={`/ideas/${idea.slug}#lead`} />, time: <RelativeTime at={askedAt ?? ''} /> },
              )}
            </p>
            {question === '' ? null : <p>{t('desk.quote', { question })}</p>}
          </li>
        ))}
      </Stack>
    </Section>
  );
}
