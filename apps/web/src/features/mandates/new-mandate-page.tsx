import { useMutation } from '@apollo/client/react';
import { Link, useNavigate } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { Select } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { EMPTY, OfferFields, termsOf } from './offer-fields.js';
import { useMandateWords } from './words.js';

const PublishMandateDocument = graphql(`
  mutation PublishMandate($input: PublishMandateInput!) {
    publishMandate(input: $input) {
      ... on PublishMandatePayload {
        mandate {
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
  head: (_data, { i18n }) => ({ title: useMandateWords.of(i18n)('new.title'), noIndex: true }),
  Component: () => {
    const t = useMandateWords();
    const { memberships } = useViewer();
    return (
      <PageBody width="narrow">
        <PageHead title={t('new.title')} lead={t('new.lead')} />
        {memberships.length === 0 ? (
          <p>{t.rich('new.none', {}, { link: <Link to="/organisations/new" /> })}</p>
        ) : (
          <OfferForm />
        )}
      </PageBody>
    );
  },
});

function OfferForm() {
  const t = useMandateWords();
  const navigate = useNavigate();
  const { memberships, actingFor } = useViewer();
  const [publish] = useMutation(PublishMandateDocument);
  const organisationId = actingFor ?? memberships[0]?.organisation.id ?? '';
  const form = useForm({ draft: 'publish-mandate', initial: { ...EMPTY, organisationId } });
  return (
    <Form
      form={form}
      label={t('new.title')}
      submit={t('new.submit')}
      onSubmit={async (values) => {
        const read = termsOf(values, t('amount.wrong'));
        if ('refusal' in read) return read.refusal;
        const input = { ...read.terms, organisationId: values.organisationId };
        return (await publish({ variables: { input } })).data?.publishMandate;
      }}
      onDone={(payload) => {
        if ('mandate' in payload) void navigate(`/mandates/${payload.mandate.slug}`);
      }}
    >
      <Select
        name="organisationId"
        label={t('new.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <OfferFields currency={form.values.currency} />
    </Form>
  );
}
