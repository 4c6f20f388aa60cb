import { useQuery } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Section, Stack } from '../../ui/layout.js';
import { type Requirement, RequirementList } from '../../ui/requirement-list.js';
import { Loading } from '../../ui/states.js';
import { useMandateWords } from './words.js';

const MatchingIdeasDocument = graphql(`
  query MatchingIdeas($mandateId: ID!) {
    matchingIdeas(mandateId: $mandateId, first: 6) {
      idea {
        id
        slug
        title
        stage
        language
      }
      criteria {
        criterion
        met
        message
      }
    }
  }
`);

/** What does not fit is what a funder looks for; what does is there for whoever doubts it. */
function Criteria({ of }: { readonly of: readonly Requirement[] }) {
  const t = useMandateWords();
  const missing = of.filter(({ met }) => !met);
  const met = of.filter((criterion) => criterion.met);
  return (
    <>
      <RequirementList label={t('matches.missing')} requirements={missing} />
      {met.length === 0 ? null : (
        <details>
          <summary>{missing.length === 0 ? t('matches.all') : t('matches.met', { count: met.length })}</summary>
          <RequirementList label={t('matches.why')} requirements={met} />
        </details>
      )}
    </>
  );
}

/** Ideas on their way to money that share a theme with an open offer, each explained. */
export function IdeasThatFit({ mandateId }: { readonly mandateId: string }) {
  const t = useMandateWords();
  const v = useVocabulary();
  const { data, loading } = useQuery(MatchingIdeasDocument, { variables: { mandateId }, ssr: false });
  const matches = data?.matchingIdeas ?? [];
  return (
    <Section heading={t('matches.title')}>
      {loading ? <Loading label={t('matches.loading')} /> : null}
      {!loading && matches.length === 0 ? <p>{t('matches.none')}</p> : null}
      <Stack gap={5}>
        {matches.map(({ idea, criteria }) => (
          <div key={idea.id}>
            <p>
              <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
                {idea.title}
              </Link>{' '}
              ({v.stage(idea.stage)})
            </p>
            <Criteria of={criteria.map(({ criterion, ...more }) => ({ code: criterion, ...more }))} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
