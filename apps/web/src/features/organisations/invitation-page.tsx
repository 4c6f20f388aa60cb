import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { definePage } from '../../lib/page.js';
import { continueTo } from '../../lib/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { useOrganisationWords } from './words.js';

const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on AcceptInvitationPayload {
        organisation {
          id
          slug
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

/** Who is not signed in is sent to do so first, and comes back here. */
export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useOrganisationWords.of(i18n)('invitation.title'), noIndex: true }),
  Component: ({ params }) => {
    const t = useOrganisationWords();
    const [accept] = useMutation(AcceptInvitationDocument);
    return (
      <PageBody width="narrow">
        <PageHead title={t('invitation.title')} lead={t('invitation.lead')} />
        <ActionButton
          look="primary"
          run={async () =>
            (await accept({ variables: { input: { token: params['token'] ?? '' } } })).data?.acceptInvitation
          }
          onDone={({ organisation }) => continueTo(`/organisations/${organisation.slug}`)}
        >
          {t('invitation.accept')}
        </ActionButton>
      </PageBody>
    );
  },
});
