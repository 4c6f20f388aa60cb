import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section } from '../../ui/layout.js';
import { RequirementList, type Requirement } from '../../ui/requirement-list.js';
import { useAgreementWords } from './words.js';

const SignDocument = graphql(`
  mutation SignCommonsAgreement($input: SignCommonsAgreementInput!) {
    signCommonsAgreement(input: $input) {
      ... on SignCommonsAgreementPayload {
        agreement {
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
              requirements {
                code
                message
                met
                current
              }
            }
          }
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

interface SignAgreementProps {
  readonly agreementId: string;
  readonly revision: number;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly permission: { readonly allowed: boolean; readonly requirements: readonly Requirement[] };
}

/** Signs what stands on the page, for the lead organisation; tells anybody else what is missing. */
export function SignAgreement({ agreementId, revision, organisation, permission }: SignAgreementProps) {
  const t = useAgreementWords();
  const [sign] = useMutation(SignDocument, { refetchQueries: ['Agreement'] });
  const { name } = organisation;
  return (
    <Section heading={t('sign.title', { organisation: name })} id="sign">
      {permission.allowed ? (
        <ActionButton
          look="primary"
          run={async () =>
            (await sign({ variables: { input: { agreementId, organisationId: organisation.id, revision } } })).data
              ?.signCommonsAgreement
          }
          confirm={{
            title: t('sign.title', { organisation: name }),
            text: t('sign.text', { organisation: name }),
            submit: t('sign.submit', { organisation: name }),
          }}
        >
          {t('sign.submit', { organisation: name })}
        </ActionButton>
      ) : (
        <RequirementList label={t('sign.cannot')} requirements={permission.requirements} />
      )}
    </Section>
  );
}
