import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
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

interface DeskOrganisationsProps {
  readonly viewer: FragmentType<typeof DeskOrganisations_viewer>;
}

/** On somebody's desk: what their organisations, and those the site team looks at, wait for. */
export function DeskOrganisationsWaiting({ viewer }: DeskOrganisationsProps) {
  const t = useOrganisationWords();
  const data = useFragmentData(DeskOrganisations_viewer, viewer);
  if (data === null) return null;
  const { invitations, toConfirm, toVerify } = data;
  return (
    <>
      {toConfirm.length === 0 ? null : (
        <Section heading={t('desk.toConfirm')} id="to-confirm">
          <WaitingActs acts={toConfirm} />
        </Section>
      )}
      {toVerify.length === 0 ? null : (
        <Section heading={t('desk.toVerify')} id="to-verify">
          {toVerify.map(({ id, slug, name }) => (
            <Card key={id} to={`/organisations/${slug}#verification`} title={name} />
          ))}
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
    </>
  );
}

/** On somebody's desk, at its end: the organisations they act for. */
export function DeskOrganisations({ viewer }: DeskOrganisationsProps) {
  const t = useOrganisationWords();
  const vocabulary = useVocabulary();
  const organisations = useFragmentData(DeskOrganisations_viewer, viewer)?.organisations ?? [];
  return (
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
  );
}
