import { useQuery } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { Loading } from '../../ui/states.js';
import { InterestForm } from './interest-form.js';
import { useMandateWords } from './words.js';

const FittingMandatesDocument = graphql(`
  query FittingMandates($ideaId: ID!) {
    fittingMandates(ideaId: $ideaId, first: 6) {
      mandate {
        id
        slug
        title
        language
        organisation {
          id
          name
        }
      }
      criteria {
        criterion
        met
        message
      }
    }
  }
`);

/** Open offers that fit an idea, each explained; and the way to say that one's own organisation is interested. */
export function FittingOffers({ ideaId }: { readonly ideaId: string }) {
  const t = useMandateWords();
  const { memberships } = useViewer();
  const { data } = useQuery(FittingMandatesDocument, { variables: { ideaId }, ssr: false });
  if (!data) return <Loading label={t('funders.looking')} />;
  const matches = data.fittingMandates;
  return (
    <Stack gap={5}>
      {matches.length === 0 ? <p>{t.rich('funders.none', {}, { link: <Link to="/mandates" /> })}</p> : null}
      {matches.map(({ mandate, criteria }) => (
        <div key={mandate.id}>
          <p>
            <Link to={`/mandates/${mandate.slug}`} lang={mandate.language}>
              {mandate.title}
            </Link>{' '}
            ({mandate.organisation.name})
          </p>
          <RequirementList
            label={t('matches.why')}
            requirements={criteria.map(({ criterion, met, message }) => ({ code: criterion, met, message }))}
          />
        </div>
      ))}
      {memberships.length === 0 ? null : (
        <Open label={t('interest.title')}>{(close) => <InterestForm ideaId={ideaId} onDone={close} />}</Open>
      )}
    </Stack>
  );
}
