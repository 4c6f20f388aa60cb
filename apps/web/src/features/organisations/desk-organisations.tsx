import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Section, Stack } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { WaitingActs } from './waiting-acts.js';
import { useOrganisationWords } from './words.js';

export const DeskOrganisations_viewer = graphql(`
  fragment DeskOrganisations_viewer on Viewer {
    id
    organisations {
      roles
      organisation {
        id
        slug
        name
      }
    }
    invitations {
      id
      organisation {
        id
        name
      }
    }
    toConfirm {
      id
      ...WaitingAct_act
    }
    toVerify {
      id
      slug
      name
    }
  }
`);

/** The part of somebody's desk that organisations bring: theirs, and what waits for their answer. */
export function DeskOrganisations({ viewer }: { readonly viewer: FragmentType<typeof DeskOrganisations_viewer> }) {
  const t = useOrganisationWords();
  const vocabulary = useVocabulary();
  const data = useFragmentData(DeskOrganisations_viewer, viewer);
  if (data === null) return null;
  const { organisations, invitations, toConfirm, toVerify } = data;
  return (
    <>
      {toConfirm.length === 0 ? null : (
        <Section heading={t('desk.toConfirm')} id="to-confirm">
          <WaitingActs acts={toConfirm} />
        </Section>
      )}
      {toVerify.length === 0 ? null : (
        <Section heading={t('desk.toVerify')} id="to-verify">
          <Stack as="ul" gap={2}>
            {toVerify.map(({ id, slug, name }) => (
              <li key={id}>
                <Link to={`/organisations/${slug}#verification`}>{name}</Link>
              </li>
            ))}
          </Stack>
        </Section>
      )}
      {invitations.length === 0 ? null : (
        <Section heading={t('desk.invitations')} id="invitations">
          <Stack as="ul" gap={2}>
            {invitations.map(({ id, organisation }) => (
              <li key={id}>{t('desk.invitation', { organisation: organisation.name })}</li>
            ))}
          </Stack>
        </Section>
      )}
      <Section heading={t('desk.organisations')} id="organisations">
        {organisations.length === 0 ? (
          <EmptyState
            title={t('desk.organisations.none')}
            action={<LinkButton to="/organisations/new">{t('create.title')}</LinkButton>}
          >
            {t('desk.organisations.none.text')}
          </EmptyState>
        ) : (
          <Stack as="ul" gap={2}>
            {organisations.map(({ organisation, roles }) => (
              <li key={organisation.id}>
                <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>{' '}
                {roles.map(vocabulary.role).join(', ')}
              </li>
            ))}
          </Stack>
        )}
      </Section>
    </>
  );
}
