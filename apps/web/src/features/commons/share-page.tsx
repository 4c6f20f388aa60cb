import { useMutation } from '@apollo/client/react';
import { useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { OutputKind } from '../../gql/graphql.js';
import { definePage } from '../../lib/page.js';
import { useViewer } from '../../lib/viewer.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { type FormState, useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { EmptyState } from '../../ui/states.js';
import { EMPTY_ENTRY, EntryFields, entryInput, type EntryValues, isSoftware } from './entry-fields.js';
import { OUTPUT_KINDS } from './kinds.js';
import { useNamedHere } from './named-here.js';
import { useCommonsWords } from './words.js';

const ShareEntryDocument = graphql(`
  mutation ShareEntry($input: ShareEntryInput!) {
    shareEntry(input: $input) {
      ... on ShareEntryPayload {
        entry {
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
  head: (_data, { i18n }) => ({ title: useCommonsWords.of(i18n)('share.title'), noIndex: true }),
  Component: SharePage,
});

function SharePage() {
  const t = useCommonsWords();
  const { memberships } = useViewer();
  return (
    <PageBody width="narrow">
      <PageHead title={t('share.title')} lead={t('share.lead')} />
      {memberships.length === 0 ? (
        <EmptyState title={t('share.none')} action={<LinkButton to="/organisations">{t('share.for')}</LinkButton>}>
          {t('share.lead')}
        </EmptyState>
      ) : (
        <ShareForm />
      )}
    </PageBody>
  );
}

function ShareForm() {
  const t = useCommonsWords();
  const v = useVocabulary();
  const navigate = useNavigate();
  const { memberships, actingFor } = useViewer();
  const [share] = useMutation(ShareEntryDocument);
  const find = useNamedHere();
  const form = useForm({
    draft: 'share-entry',
    initial: { ...EMPTY_ENTRY, organisationId: actingFor ?? memberships[0]?.organisation.id ?? '', kind: '' },
  });
  return (
    <Form
      form={form}
      label={t('share.title')}
      submit={t('share.submit')}
      onSubmit={async ({ kind, organisationId, ...values }) => {
        const named =
          values.componentId === '' || !isSoftware(kind)
            ? null
            : await find(values.componentId, 'components', 'componentId');
        if (named !== null && 'refusal' in named) return named.refusal;
        const input = {
          ...entryInput(values, kind as OutputKind),
          kind: kind as OutputKind,
          organisationId,
          componentId: named?.id ?? null,
        };
        return (await share({ variables: { input } })).data?.shareEntry;
      }}
      onDone={({ entry }) => void navigate(`/commons/${entry.slug}`)}
    >
      <EntryFields form={form as unknown as FormState<EntryValues>} kind={form.values.kind}>
        <Select
          name="organisationId"
          label={t('share.for')}
          options={memberships.map(({ organisation: { id, name } }) => ({ value: id, label: name }))}
        />
        <Select
          name="kind"
          label={t('share.kind')}
          options={OUTPUT_KINDS.map((kind) => ({ value: kind, label: v.outputKind(kind) }))}
        />
      </EntryFields>
    </Form>
  );
}
