import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { ComponentFileField, ComponentFunction } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { Button } from '../../ui/button.js';
import { Checkbox, CheckboxGroup } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { MetadataProblems } from './metadata-problems.js';
import { FUNCTIONS } from './choices.js';
import { AddressForm, PreviewForm } from './preview-form.js';
import type { Understood } from './preview.js';
import { useComponentWords } from './words.js';

const RenewComponentDocument = graphql(`
  query RenewComponent($slug: String!) {
    component(slug: $slug) {
      id
      slug
      name
      language
      repositoryUrl
      metadataUrl
      functions
      viewerCan {
        reimport {
          allowed
          requirements {
            message
          }
        }
      }
    }
  }
`);

const ReimportComponentDocument = graphql(`
  mutation ReimportComponent($input: ReimportComponentInput!) {
    reimportComponent(input: $input) {
      ... on ReimportComponentPayload {
        component {
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
  operation: ({ params }) => operation(RenewComponentDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.component != null,
  head: (data, { i18n }) => ({
    title: useComponentWords.of(i18n)('renew.title', { name: data.component?.name ?? '' }),
    noIndex: true,
  }),
  Component: ({ data: { component } }) => {
    const t = useComponentWords();
    const [understood, setUnderstood] = useState<Understood | null>(null);
    if (component == null) return null;
    const { id, slug, name, viewerCan } = component;
    return (
      <PageBody width="narrow">
        <Breadcrumb trail={[{ to: `/components/${slug}`, label: name }]} here={t('renew')} />
        <PageHead title={t('renew.title', { name })} lead={understood === null ? t('renew.lead') : undefined} />
        {viewerCan.reimport.allowed ? null : (
          <Notice tone="attention">{viewerCan.reimport.requirements.map(({ message }) => message).join(' ')}</Notice>
        )}
        {!viewerCan.reimport.allowed ? null : understood === null ? (
          <>
            <Section heading={t('new.way.address')}>
              <AddressForm
                onUnderstood={setUnderstood}
                componentId={id}
                address={component.metadataUrl ?? component.repositoryUrl ?? ''}
              />
            </Section>
            <Section heading={t('new.way.file')}>
              <PreviewForm onUnderstood={setUnderstood} componentId={id} />
            </Section>
            <Section heading={t('renew.functions')}>
              <FunctionsForm componentId={id} functions={component.functions} />
            </Section>
          </>
        ) : (
          <Differences componentId={id} understood={understood} onAgain={() => setUnderstood(null)} />
        )}
      </PageBody>
    );
  },
});

interface FunctionsFormProps {
  readonly componentId: string;
  readonly functions: readonly ComponentFunction[];
}

/** What it does stands in no file, so it is changed by itself. */
function FunctionsForm({ componentId, functions }: FunctionsFormProps) {
  const t = useComponentWords();
  const navigate = useNavigate();
  const [reimport] = useMutation(ReimportComponentDocument);
  const form = useForm({ initial: { functions } });
  return (
    <Form
      form={form}
      label={t('renew.functions')}
      submit={t('renew.functions.submit')}
      onSubmit={async ({ functions: chosen }) =>
        (
          await reimport({
            variables: {
              input: {
                componentId,
                take: [],
                functions: [...chosen],
              },
            },
          })
        ).data?.reimportComponent
      }
      onDone={({ component }) => void navigate(`/components/${component.slug}`)}
    >
      <CheckboxGroup
        name="functions"
        label={t('new.functions')}
        hint={t('renew.functions.hint')}
        options={FUNCTIONS.map((one) => ({ value: one, label: t(`function.${one}`) }))}
        dense
        optional
      />
    </Form>
  );
}

interface DifferencesProps {
  readonly componentId: string;
  readonly understood: Understood;
  readonly onAgain: () => void;
}

/** What stands here and what the file says, side by side; what somebody wrote here is not chosen unless they choose it. */
function Differences({ componentId, understood, onAgain }: DifferencesProps) {
  const t = useComponentWords();
  const navigate = useNavigate();
  const [reimport] = useMutation(ReimportComponentDocument);
  const { differences, preview, publiccode, fetchedFrom } = understood;
  const form = useForm({
    initial: {
      take: differences.filter(({ editedHere }) => !editedHere).map(({ field }) => field) as readonly string[],
      contactsAgreed: false,
    },
  });
  return (
    <Section
      heading={t('renew.differences')}
      action={
        <Button small onClick={onAgain}>
          {t('new.again')}
        </Button>
      }
    >
      {preview.problems.length === 0 ? null : <MetadataProblems problems={preview.problems} />}
      {differences.length === 0 ? (
        <p>{t('renew.same')}</p>
      ) : (
        <Table
          caption={t('renew.differences')}
          hideCaption
          columns={[
            { key: 'field', label: t('renew.part') },
            { key: 'here', label: t('renew.here') },
            { key: 'file', label: t('renew.file') },
          ]}
          rows={differences.map(({ field, here, file, editedHere }) => ({
            id: field,
            cells: {
              field: t(`field.${field}`),
              here: (
                <>
                  {here.join(', ') || t('renew.nothing')}
                  {editedHere ? ` ${t('renew.edited')}` : null}
                </>
              ),
              file: file.join(', '),
            },
          }))}
        />
      )}
      <Form
        form={form}
        label={t('renew.differences')}
        submit={t('renew.submit')}
        onSubmit={async ({ take, contactsAgreed }) =>
          (
            await reimport({
              variables: {
                input: {
                  componentId,
                  publiccode,
                  contactsAgreed,
                  fetchedFrom: fetchedFrom ?? null,
                  take: take as readonly ComponentFileField[] as ComponentFileField[],
                },
              },
            })
          ).data?.reimportComponent
        }
        onDone={({ component }) => void navigate(`/components/${component.slug}`)}
      >
        {differences.length === 0 ? null : (
          <CheckboxGroup
            name="take"
            label={t('renew.take')}
            options={differences.map(({ field, editedHere }) => ({
              value: field,
              label: t(`field.${field}`),
              ...(editedHere ? { hint: t('renew.edited') } : {}),
            }))}
            optional
          />
        )}
        <Checkbox name="contactsAgreed" label={t('new.contacts')} hint={t('new.contacts.hint')} optional />
      </Form>
    </Section>
  );
}
