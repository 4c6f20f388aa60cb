import type { ResultOf } from '@graphql-typed-document-node/core';
import { useMutation } from '@apollo/client/react';
import { useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { TextField } from '../../ui/fields.js';
import { fileValue } from '../../ui/file-field.js';
import { Form } from '../../ui/form.js';
import { type FormState, useForm } from '../../ui/form-state.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RequirementList } from '../../ui/requirement-list.js';
import { EntryFields, entryInput, type EntryValues, isSoftware } from './entry-fields.js';
import { useNamedHere } from './named-here.js';
import { useCommonsWords } from './words.js';

const ReviseEntryPageDocument = graphql(`
  query ReviseEntryPage($slug: String!) {
    commonsEntry(slug: $slug) {
      id
      slug
      kind
      title
      summary
      address
      text
      release
      licence
      licenceReason
      language
      themes
      consent
      anonymised
      method
      studiedOn
      sample
      confidence
      withdrawalContact
      version
      component {
        id
        slug
      }
      files {
        id
        name
      }
      provenance {
        obligation {
          id
        }
      }
      viewerCan {
        revise {
          allowed
          requirements {
            code
            message
            met
            current
            needed
          }
        }
      }
    }
  }
`);

const ReviseEntryDocument = graphql(`
  mutation ReviseEntry($input: ReviseEntryInput!) {
    reviseEntry(input: $input) {
      ... on ReviseEntryPayload {
        entry {
          id
          slug
          version
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

type Entry = NonNullable<ResultOf<typeof ReviseEntryPageDocument>['commonsEntry']>;

export const page = definePage({
  public: false,
  operation: ({ params }) => operation(ReviseEntryPageDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.commonsEntry != null,
  head: (_data, { i18n }) => ({ title: useCommonsWords.of(i18n)('revise.title'), noIndex: true }),
  Component: RevisePage,
});

function RevisePage({ data }: PageProps<ResultOf<typeof ReviseEntryPageDocument>>) {
  const t = useCommonsWords();
  const entry = data.commonsEntry as Entry;
  const { revise } = entry.viewerCan;
  return (
    <PageBody width="narrow">
      <Breadcrumb
        trail={[
          { to: '/commons', label: t('list.title') },
          { to: `/commons/${entry.slug}`, label: <span lang={entry.language}>{entry.title}</span> },
        ]}
        here={t('revise.title')}
      />
      <PageHead title={t('revise.title')} lead={t('revise.lead')} />
      {entry.provenance?.obligation == null ? null : (
        <Notice title={t('revise.promise')}>
          <p>{t('revise.promise.text')}</p>
        </Notice>
      )}
      {revise.allowed ? <ReviseForm entry={entry} /> : <RequirementList requirements={revise.requirements} />}
    </PageBody>
  );
}

function ReviseForm({ entry }: { readonly entry: Entry }) {
  const t = useCommonsWords();
  const navigate = useNavigate();
  const [revise] = useMutation(ReviseEntryDocument);
  const find = useNamedHere();
  const form = useForm({
    draft: `revise-entry-${entry.slug}-${entry.version}`,
    initial: {
      title: entry.title,
      summary: entry.summary,
      address: entry.address ?? '',
      text: entry.text ?? '',
      uploadIds: entry.files.map(({ id, name }) => fileValue(id, name)) as readonly string[],
      release: entry.release ?? '',
      componentId: entry.component == null ? '' : `/components/${entry.component.slug}`,
      licence: entry.licence,
      licenceReason: entry.licenceReason,
      themes: entry.themes,
      consent: entry.consent ?? '',
      anonymised: entry.anonymised ?? '',
      method: entry.method ?? '',
      studiedOn: entry.studiedOn ?? '',
      sample: entry.sample ?? '',
      confidence: entry.confidence ?? '',
      withdrawalContact: entry.withdrawalContact ?? '',
      personalDataChecked: false,
      change: '',
    },
  });
  return (
    <Form
      form={form}
      label={t('revise.title')}
      submit={t('revise.submit')}
      onSubmit={async ({ change, ...values }) => {
        const { id: entryId, version, language, kind } = entry;
        const named =
          values.componentId === '' || !isSoftware(kind)
            ? null
            : await find(values.componentId, 'components', 'componentId');
        if (named !== null && 'refusal' in named) return named.refusal;
        const input = {
          ...entryInput(values, kind),
          entryId,
          version,
          language,
          change,
          componentId: named?.id ?? null,
        };
        return (await revise({ variables: { input } })).data?.reviseEntry;
      }}
      onDone={() => void navigate(`/commons/${entry.slug}`)}
    >
      <EntryFields form={form as unknown as FormState<EntryValues>} kind={entry.kind} lang={entry.language} />
      <TextField name="change" label={t('revise.change')} hint={t('revise.change.hint')} maxLength={500} />
    </Form>
  );
}
