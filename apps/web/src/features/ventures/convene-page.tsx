import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';
import { Link, useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { Checkbox, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { useVentureWords } from './words.js';

const ConveneDocument = graphql(`
  query Convene($slug: String!) {
    idea(slug: $slug) {
      id
      slug
      title
      language
    }
  }
`);

const ConveneVentureDocument = graphql(`
  mutation ConveneVenture($input: ConveneVentureInput!) {
    conveneVenture(input: $input) {
      ... on ConveneVenturePayload {
        venture {
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
  operation: ({ params }) => operation(ConveneDocument, { slug: params['slug'] ?? '' }),
  public: false,
  found: (data) => data.idea != null,
  head: (_data, { i18n }) => ({ title: useVentureWords.of(i18n)('convene.title'), noIndex: true }),
  Component: ConvenePage,
});

function ConvenePage({ data: { idea } }: PageProps<ResultOf<typeof ConveneDocument>>) {
  const t = useVentureWords();
  const { memberships } = useViewer();
  if (idea == null) return null;
  return (
    <PageBody width="narrow">
      <PageHead title={t('convene.title')} lead={t('convene.lead')} />
      <p>
        {t('convene.for')}:{' '}
        <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
          {idea.title}
        </Link>
      </p>
      {memberships.length === 0 ? (
        <EmptyState
          title={t('convene.organisation.none')}
          action={<LinkButton to="/organisations/new">{t('convene.organisation.create')}</LinkButton>}
        >
          {null}
        </EmptyState>
      ) : (
        <ConveneForm idea={idea} />
      )}
    </PageBody>
  );
}

function ConveneForm({ idea }: { readonly idea: NonNullable<ResultOf<typeof ConveneDocument>['idea']> }) {
  const t = useVentureWords();
  const { person, memberships, actingFor } = useViewer();
  const navigate = useNavigate();
  const [convene] = useMutation(ConveneVentureDocument);
  const form = useForm({
    draft: `convene-${idea.id}`,
    initial: {
      title: idea.title,
      summary: '',
      organisationId: actingFor ?? memberships[0]?.organisation.id ?? '',
      involvesPeopleAtRisk: false,
    },
  });
  return (
    <Form
      form={form}
      submit={t('convene.submit')}
      label={t('convene.title')}
      onSubmit={async (values) => {
        const safeguardingLeadId = values.involvesPeopleAtRisk ? (person?.id ?? null) : null;
        const input = { ...values, ideaIds: [idea.id], safeguardingLeadId };
        return (await convene({ variables: { input } })).data?.conveneVenture;
      }}
      onDone={({ venture }) => void navigate(`/ventures/${venture.slug}`)}
    >
      <TextField name="title" label={t('convene.name')} maxLength={120} />
      <TextArea name="summary" label={t('convene.summary')} maxLength={2_000} optional />
      <Select
        name="organisationId"
        label={t('convene.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <Checkbox name="involvesPeopleAtRisk" label={t('convene.risk')} hint={t('convene.risk.hint')} optional />
    </Form>
  );
}
