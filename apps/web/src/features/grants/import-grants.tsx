import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { LookThroughGrantsMutation } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { TextFileField } from '../../ui/text-file-field.js';
import { useToast } from '../../ui/toast.js';
import { GrantsTable } from './grants-table.js';
import { useGrantWords } from './words.js';

const LookThroughGrantsDocument = graphql(`
  mutation LookThroughGrants($input: ImportEarlierGrantsInput!) {
    importEarlierGrants(input: $input) {
      ... on ImportEarlierGrantsPayload {
        applied
        added
        changed
        unchanged
        faultCount
        faults {
          row
          field
          message
          given
        }
        preview {
          grantId
          title
          recipient
          amount {
            minorUnits
            currency
            decimals
          }
          awardedOn
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

type Read = Extract<
  NonNullable<LookThroughGrantsMutation['importEarlierGrants']>,
  { __typename?: 'ImportEarlierGrantsPayload' }
>;

/** For the funder's people: choose the file, look through what was read, then show it. */
export function ImportGrants({ organisationId }: { readonly organisationId: string }) {
  const t = useGrantWords();
  const toast = useToast();
  const client = useApolloClient();
  const [send] = useMutation(LookThroughGrantsDocument);
  const [read, setRead] = useState<{ readonly file: string; readonly found: Read } | null>(null);
  const form = useForm({ initial: { file: '' } });
  const ask = async (file: string, apply: boolean) =>
    (await send({ variables: { input: { organisationId, file, apply } } })).data?.importEarlierGrants;
  return (
    <Section heading={t('import.title')} id="import">
      <Stack gap={5}>
        <p>{t('import.lead')}</p>
        <Form
          form={form}
          label={t('import.title')}
          submit={t('import.look')}
          onSubmit={({ file }) => ask(file, false)}
          onDone={(found) => setRead({ file: form.values.file, found })}
        >
          <TextFileField
            name="file"
            label={t('import.file')}
            hint={t('import.file.hint')}
            accept=".json,.csv,application/json,text/csv"
          />
        </Form>
        {read === null ? null : (
          <div role="status">
            <Stack gap={4}>
              <Found of={read.found} />
              {read.found.added + read.found.changed === 0 ? null : (
                <ActionButton
                  look="primary"
                  run={() => ask(read.file, true)}
                  onDone={() => {
                    setRead(null);
                    form.reset();
                    toast(t('import.done'));
                    void client.refetchQueries({ include: ['EarlierGrants'] });
                  }}
                >
                  {t('import.show', { grants: read.found.added + read.found.changed })}
                </ActionButton>
              )}
            </Stack>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function Found({ of: { added, changed, unchanged, faultCount, faults, preview } }: { readonly of: Read }) {
  const t = useGrantWords();
  return (
    <>
      <Notice tone={faultCount === 0 ? 'good' : 'attention'} title={t('found', { added, changed, unchanged })}>
        {faultCount === 0 ? null : <p>{t('found.faults', { count: faultCount })}</p>}
      </Notice>
      {faults.length === 0 ? null : (
        <Table
          caption={t('faults')}
          columns={[
            { key: 'row', label: t('column.row') },
            { key: 'field', label: t('column.field') },
            { key: 'message', label: t('column.message') },
            { key: 'given', label: t('column.given') },
          ]}
          rows={faults.map(({ row, field, message, given }) => ({
            id: `${row} ${field} ${message}`,
            cells: { row, field: <code>{field}</code>, message, given },
          }))}
        />
      )}
      {preview.length === 0 ? null : <GrantsTable caption={t('preview')} grants={preview} />}
    </>
  );
}
