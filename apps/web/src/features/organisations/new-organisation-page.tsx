import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { definePage } from '../../lib/page.js';
import { continueTo } from '../../lib/session.js';
import { RadioGroup, TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { type Kind, KINDS } from './kinds.js';
import { useOrganisationWords } from './words.js';

const CreateOrganisationDocument = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      ... on CreateOrganisationPayload {
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

export const page = definePage({
  public: false,
  head: (_data, { i18n }) => ({ title: useOrganisationWords.of(i18n)('create.title'), noIndex: true }),
  Component: () => {
    const t = useOrganisationWords();
    const [create] = useMutation(CreateOrganisationDocument);
    const form = useForm({ draft: 'organisation', initial: { name: '', kind: '', about: '', website: '' } });
    return (
      <PageBody width="narrow">
        <PageHead title={t('create.title')} lead={t('create.lead')} />
        <Form
          form={form}
          label={t('create.title')}
          submit={t('create.submit')}
          onSubmit={async ({ kind, ...rest }) =>
            (await create({ variables: { input: { ...rest, kind: kind as Kind } } })).data?.createOrganisation
          }
          // A fresh start, so that every page knows the new membership.
          onDone={({ organisation }) => continueTo(`/organisations/${organisation.slug}`)}
        >
          <TextField
            name="name"
            autoComplete="organization"
            label={t('create.name')}
            hint={t('create.name.hint')}
            maxLength={160}
          />
          <RadioGroup
            name="kind"
            label={t('create.kind')}
            options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextArea name="about" label={t('create.about')} maxLength={2000} optional />
          <TextField
            name="website"
            type="url"
            inputMode="url"
            label={t('create.website')}
            hint={t('create.website.hint')}
            optional
          />
        </Form>
      </PageBody>
    );
  },
});
