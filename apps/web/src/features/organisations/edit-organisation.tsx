import { useApolloClient, useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { decimalText, parseMoney } from '../../lib/money.js';
import { MoneyField, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import { useOrganisationWords } from './words.js';

export const EditOrganisation_organisation = graphql(`
  fragment EditOrganisation_organisation on Organisation {
    id
    about
    website
    grantsPrefix
    approvalThreshold {
      minorUnits
      currency
      decimals
    }
    viewerCan {
      manageMembers {
        allowed
      }
    }
  }
`);

const UpdateOrganisationDocument = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      ... on UpdateOrganisationPayload {
        organisation {
          id
          about
          website
          grantsPrefix
          approvalThreshold {
            minorUnits
            currency
            decimals
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

/** The currency of a threshold where there is none yet. */
const NEW_THRESHOLD = { minorUnits: null, currency: 'GBP', decimals: 2 } as const;

/** For admins: what an organisation says of itself, and when its pledges need a second person. */
export function EditOrganisation({
  organisation,
}: {
  readonly organisation: FragmentType<typeof EditOrganisation_organisation>;
}) {
  const t = useOrganisationWords();
  const data = useFragmentData(EditOrganisation_organisation, organisation);
  if (data === null || !data.viewerCan.manageMembers.allowed) return null;
  const { id, about, website, grantsPrefix, approvalThreshold } = data;
  return (
    <Section heading={t('edit.title')} id="edit">
      <EditForm
        id={id}
        about={about}
        website={website ?? ''}
        grantsPrefix={grantsPrefix ?? ''}
        threshold={approvalThreshold ?? NEW_THRESHOLD}
      />
    </Section>
  );
}

interface EditFormProps {
  readonly id: string;
  readonly about: string;
  readonly website: string;
  readonly grantsPrefix: string;
  readonly threshold: { readonly minorUnits: string | null; readonly currency: string; readonly decimals: number };
}

function EditForm({ id, about, website, grantsPrefix, threshold }: EditFormProps) {
  const t = useOrganisationWords();
  const toast = useToast();
  const client = useApolloClient();
  const [update] = useMutation(UpdateOrganisationDocument);
  const { minorUnits, currency, decimals } = threshold;
  const form = useForm({
    initial: {
      about,
      website,
      grantsPrefix,
      approvalThreshold: minorUnits === null ? '' : decimalText(minorUnits, decimals),
    },
  });
  return (
    <Form
      form={form}
      label={t('edit.title')}
      submit={t('edit.submit')}
      onSubmit={async (values) => {
        const typed = values.approvalThreshold.trim();
        const amount = typed === '' ? null : parseMoney(typed, decimals);
        if (typed !== '' && amount === null) return notAnAmount(t('edit.threshold.wrong'));
        const approvalThreshold = amount === null ? null : { minorUnits: amount, currency };
        const input = { ...values, organisationId: id, approvalThreshold };
        return (await update({ variables: { input } })).data?.updateOrganisation;
      }}
      onDone={() => {
        toast(t('edit.saved'));
        void client.refetchQueries({ include: ['Organisation'] });
      }}
    >
      <TextArea name="about" label={t('create.about')} maxLength={2000} optional />
      <TextField name="website" type="url" inputMode="url" label={t('create.website')} optional />
      <TextField name="grantsPrefix" label={t('edit.prefix')} hint={t('edit.prefix.hint')} width="short" optional />
      <MoneyField
        name="approvalThreshold"
        currency={currency}
        label={t('edit.threshold')}
        hint={t('edit.threshold.hint')}
        optional
      />
    </Form>
  );
}

function notAnAmount(message: string) {
  const path = ['input', 'approvalThreshold'];
  return { __typename: 'Refusal' as const, requirements: [{ code: 'NOT_AN_AMOUNT', message, met: false, path }] };
}
