import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { LinkButton } from '../../ui/button.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { useVentureWords } from './words.js';

export const IdeaVenture_idea = graphql(`
  fragment IdeaVenture_idea on Idea {
    id
    slug
    stage
    venture {
      id
      slug
      title
      language
      status
      phase
    }
  }
`);

/** Stages from which nobody gathers any more. */
const OVER = new Set(['WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED', 'COMMONS']);

/** The project that delivers an idea, or the way to begin one. */
export function IdeaVenture({ idea }: { readonly idea: FragmentType<typeof IdeaVenture_idea> }) {
  const t = useVentureWords();
  const data = useFragmentData(IdeaVenture_idea, idea);
  if (data === null) return null;
  const { venture } = data;
  if (venture == null && OVER.has(data.stage)) return null;
  return (
    <Section heading={t('idea.title')} id="venture">
      {venture == null ? (
        <Stack gap={3}>
          <p>{t('idea.none')}</p>
          <div>
            <LinkButton to={`/ideas/${data.slug}/convene`}>{t('idea.convene')}</LinkButton>
          </div>
        </Stack>
      ) : (
        <Row gap={3}>
          <span>
            {t.rich(
              'idea.is',
              { title: venture.title },
              { link: <Link to={`/ventures/${venture.slug}`} lang={venture.language} /> },
            )}
          </span>
          <Tag>{t(`status.${venture.status}`)}</Tag>
          <Tag>{t(`phase.${venture.phase}`)}</Tag>
        </Row>
      )}
    </Section>
  );
}
