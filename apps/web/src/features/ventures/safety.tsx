import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { Section } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useVentureWords } from './words.js';

const SafetyForm = later(() => import('./safety-form.js').then((part) => part.SafetyForm));

export const Safety_venture = graphql(`
  fragment Safety_venture on Venture {
    id
    summary
    involvesPeopleAtRisk
    safetySaid
    safeguardingLead {
      id
      handle
      name
    }
    team {
      role
      person {
        id
        handle
        name
      }
    }
    viewerCan {
      coordinate {
        allowed
      }
    }
  }
`);

/** Who answers for the safety of people under 18 and adults at risk, for everybody to read. */
export function Safety({ venture }: { readonly venture: FragmentType<typeof Safety_venture> }) {
  const t = useVentureWords();
  const data = useFragmentData(Safety_venture, venture);
  if (data === null) return null;
  const { safeguardingLead, involvesPeopleAtRisk, safetySaid } = data;
  const coordinates = data.viewerCan.coordinate.allowed;
  if (!involvesPeopleAtRisk && !coordinates) return null;
  return (
    <Section heading={t('safety.title')} id="safety">
      {safetySaid ? null : (
        <Notice tone="attention" title={t('safety.unsaid')}>
          <p>{t('safety.unsaid.text')}</p>
        </Notice>
      )}
      {!safetySaid ? null : involvesPeopleAtRisk && safeguardingLead != null ? (
        <p>
          {t.rich(
            'safety.lead',
            { name: safeguardingLead.name },
            { link: <Link to={`/people/${safeguardingLead.handle}`} /> },
          )}
        </p>
      ) : (
        <p>{t('safety.none')}</p>
      )}
      {coordinates ? <SafetyForm venture={venture} /> : null}
    </Section>
  );
}
