import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Card } from '../../ui/card.js';
import { Section } from '../../ui/layout.js';
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
        language
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
      {data.leadQuestions.map(({ id, idea, organisation, question, askedAt }) => (
        <Card
          key={id}
          to={`/ideas/${idea.slug}#lead`}
          title={<span lang={idea.language}>{idea.title}</span>}
          footer={
            <span>
              {t.rich(
                'desk.question',
                { organisation: organisation.name },
                { time: <RelativeTime at={askedAt ?? ''} /> },
              )}
            </span>
          }
        >
          {question === '' ? undefined : <p lang={idea.language}>{t('desk.quote', { question })}</p>}
        </Card>
      ))}
    </Section>
  );
}
