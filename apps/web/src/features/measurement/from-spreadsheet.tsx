import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { LookThroughMeasurementsMutation } from '../../gql/graphql.js';
import { Link } from '../../lib/router.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Select } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { TextFileField } from '../../ui/text-file-field.js';
import { useToast } from '../../ui/toast.js';
import { useBenchmarkWords } from './benchmark-words.js';
import { usePeriodWords } from './periods.js';
import type { ReportedStandard, ReportingOrganisation } from './report-page.js';

const LookThroughMeasurementsDocument = graphql(`
  mutation LookThroughMeasurements($input: ImportMeasurementsInput!) {
    importMeasurements(input: $input) {
      ... on ImportMeasurementsPayload {
        applied
        added
        changed
        unchanged
        faultCount
        faults {
          line
          column
          message
          current
          needed
        }
        lines {
          line
          from
          to
          values
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
  NonNullable<LookThroughMeasurementsMutation['importMeasurements']>,
  { __typename?: 'ImportMeasurementsPayload' }
>;

interface FromSpreadsheetProps {
  readonly standard: ReportedStandard;
  readonly organisations: readonly ReportingOrganisation[];
}

/** Many periods at once: choose the filled-in template, look through what was read, then report it whole. */
export function FromSpreadsheet({ standard, organisations }: FromSpreadsheetProps) {
  const t = useBenchmarkWords();
  const toast = useToast();
  const client = useApolloClient();
  const { actingFor } = useViewer();
  const [send] = useMutation(LookThroughMeasurementsDocument);
  const [read, setRead] = useState<{
    readonly csv: string;
    readonly organisationId: string;
    readonly found: Read;
  } | null>(null);
  const first = organisations.find(({ id }) => id === actingFor) ?? organisations[0];
  const form = useForm({ initial: { csv: '', organisationId: first?.id ?? '' } });
  const ask = async (csv: string, organisationId: string, apply: boolean) => {
    const input = { organisationId, entryId: standard.id, csv, apply };
    return (await send({ variables: { input } })).data?.importMeasurements;
  };
  const keeps = read === null ? 0 : read.found.added + read.found.changed;
  return (
    <Stack gap={5}>
      <p>
        {t.rich('csv.lead', {}, { template: <Link to={`/commons/${standard.slug}/standard.csv`} reloadDocument /> })}
      </p>
      <Form
        form={form}
        label={t('csv')}
        submit={t('csv.look')}
        onSubmit={({ csv, organisationId }) => ask(csv, organisationId, false)}
        onDone={(found) => setRead({ ...form.values, found })}
      >
        {organisations.length < 2 ? (
          <p>{t('report.for', { organisation: first?.name ?? '' })}</p>
        ) : (
          <Select
            name="organisationId"
            label={t('report.organisation')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextFileField name="csv" label={t('csv.file')} hint={t('csv.file.hint')} accept=".csv,text/csv" />
      </Form>
      {read === null ? null : (
        <div role="status">
          <Stack gap={4}>
            <Found of={read.found} />
            {keeps === 0 ? null : (
              <ActionButton
                look="primary"
                run={() => ask(read.csv, read.organisationId, true)}
                onDone={({ added, changed, unchanged }) => {
                  setRead(null);
                  form.reset();
                  toast(t('report.done', { added, changed, unchanged }));
                  void client.refetchQueries({ include: ['ReportMeasurements'] });
                }}
              >
                {t('csv.keep', { count: keeps })}
              </ActionButton>
            )}
          </Stack>
        </div>
      )}
    </Stack>
  );
}

function Found({ of: { added, changed, unchanged, faultCount, faults, lines } }: { readonly of: Read }) {
  const t = useBenchmarkWords();
  const period = usePeriodWords();
  if (faultCount > 0) {
    return (
      <>
        <Notice tone="problem" title={t('csv.wrong', { count: faultCount })}>
          <p>{t('csv.wrong.text')}</p>
        </Notice>
        <Table
          caption={t('csv.faults')}
          columns={[
            { key: 'line', label: t('csv.line') },
            { key: 'column', label: t('csv.column') },
            { key: 'message', label: t('csv.message') },
            { key: 'current', label: t('csv.current') },
            { key: 'needed', label: t('csv.needed') },
          ]}
          rows={faults.map(({ line, column, message, current, needed }) => ({
            id: `${line} ${column} ${message}`,
            cells: { line, column: column == null ? '' : <code>{column}</code>, message, current, needed },
          }))}
        />
      </>
    );
  }
  return (
    <>
      <Notice tone="good" title={t('csv.good', { added, changed, unchanged })}>
        {added + changed > 0 ? null : <p>{t('csv.same')}</p>}
      </Notice>
      <Table
        caption={t('csv.lines')}
        columns={[
          { key: 'period', label: t('period') },
          { key: 'line', label: t('csv.line'), numeric: true },
          { key: 'values', label: t('csv.values'), numeric: true },
        ]}
        rows={lines.map(({ line, from, to, values }) => ({
          id: String(line),
          cells: { period: period(from, to), line, values },
        }))}
      />
    </>
  );
}
