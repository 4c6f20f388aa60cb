import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { Condition, Due } from './output-line.js';
import { useAgreementWords } from './words.js';

export const AgreementPart_idea = graphql(`
  fragment AgreementPart_idea on Idea {
    id
    slug
    language
    leadOrganisation {
      id
      name
    }
    viewerCan {
      draftCommonsAgreement {
        allowed
      }
    }
    commonsAgreement {
      id
      status
      signedAt
      signedFor {
        id
        name
      }
      viewerCan {
        sign {
          allowed
        }
      }
      outputs {
        id
        kind
        title
        licenceCondition
        dueOn
        dueAfterDays
        tranchePosition
      }
    }
  }
`);

/** On an idea's page: what will be shared back, who signed it, and the way to write or sign it. */
export function AgreementPart({ idea }: { readonly idea: FragmentType<typeof AgreementPart_idea> }) {
  const t = useAgreementWords();
  const v = useVocabulary();
  const data = useFragmentData(AgreementPart_idea, idea);
  if (data === null) return null;
  const { commonsAgreement: agreement, viewerCan } = data;
  const to = `/ideas/${data.slug}/agreement`;
  const mayWrite = viewerCan.draftCommonsAgreement.allowed;
  return (
    <Section heading={t('part.title')} id="agreement">
      {agreement == null ? (
        <p>{t('part.none')}</p>
      ) : (
        <>
          <p>
            {agreement.signedFor == null || agreement.signedAt == null
              ? data.leadOrganisation == null
                ? t('part.draft.noLead')
                : t('part.draft', { organisation: data.leadOrganisation.name })
              : t.rich(
                  'part.signed',
                  { organisation: agreement.signedFor.name },
                  { day: <Day on={agreement.signedAt} /> },
                )}
          </p>
          <ul>
            {agreement.outputs.map((output) => (
              <li key={output.id}>
                <Tag>{v.outputKind(output.kind)}</Tag> <strong lang={data.language}>{output.title}</strong>,{' '}
                <Due {...output} />. <Condition condition={output.licenceCondition} />
              </li>
            ))}
          </ul>
        </>
      )}
      {agreement == null ? (
        mayWrite ? (
          <p>
            <LinkButton to={to}>{t('part.write')}</LinkButton>
          </p>
        ) : (
          <p>{t('part.lead')}</p>
        )
      ) : (
        <p>
          {agreement.viewerCan.sign.allowed ? (
            <LinkButton to={to} look="primary">
              {t('part.sign')}
            </LinkButton>
          ) : (
            <Link to={to}>{t(mayWrite && agreement.signedAt == null ? 'part.open' : 'part.read')}</Link>
          )}
        </p>
      )}
    </Section>
  );
}
