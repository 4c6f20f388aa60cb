import { useMutation } from '@apollo/client/react';
import { useState } from 'react';

import { graphql } from '../../gql/index.js';
import type { ImportKind, ImportTableMutation } from '../../gql/graphql.js';
import { definePage, operation } from '../../lib/page.js';
import { Breadcrumb } from '../../ui/breadcrumb.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { useExchangeWords } from './words.js';

const MayImportDocument = graphql(`
  query MayImport {
    stewardQueue {
      safeguarding
    }
  }
`);

const ImportTableDocument = graphql(`
  mutation ImportTable($input: ImportTableInput!) {
    importTable(input: $input) {
      ... on ImportTablePayload {
        preview
        added
        alreadyThere
        withdrawn
        rows {
          line
          title
          alreadyThere
        }
        faults {
          line
          column
          message
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

type Report = Extract<ImportTableMutation['importTable'], { readonly __typename?: 'ImportTablePayload' }>;

const COLUMNS = {
  IDEAS: 'key, title, need, outcome, people_served, what_exists, themes, places, language, author',
  VOTES: 'idea, voter, perspective, answer',
} as const;

/** A table of ideas or votes, looked at first: which rows would come in, which would not, and why. */
export const page = definePage({
  operation: () => operation(MayImportDocument, {}),
  public: false,
  found: (data) => data.stewardQueue != null,
  head: (_data, { i18n }) => ({ title: useExchangeWords.of(i18n)('import.title'), noIndex: true }),
  Component: () => {
    const t = useExchangeWords();
    return (
      <PageBody width="narrow">
        <Breadcrumb trail={[{ to: '/desk/site-team', label: t('import.back') }]} here={t('import.title')} />
        <PageHead title={t('import.title')} lead={t('import.lead')} />
        <Import />
      </PageBody>
    );
  },
});

function Import() {
  const t = useExchangeWords();
  const [importTable] = useMutation(ImportTableDocument);
  const form = useForm({ initial: { kind: 'IDEAS', csv: '' } });
  // What was looked at: only exactly that can be brought in.
  const [looked, setLooked] = useState<{ readonly kind: ImportKind; readonly csv: string } | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const { kind, csv } = form.values;
  const seen = looked?.kind === kind && looked.csv === csv && report !== null && report.preview;
  return (
    <Stack gap={6}>
      <Form
        form={form}
        label={t('import.title')}
        submit={seen ? t('import.submit', { count: report.added + report.withdrawn }) : t('import.look')}
        onSubmit={async (values) => {
          const input = { kind: values.kind as ImportKind, csv: values.csv };
          const answer = await importTable({ variables: { input: { ...input, preview: !seen } } });
          setLooked(input);
          return answer.data?.importTable;
        }}
        onDone={setReport}
      >
        <RadioGroup
          name="kind"
          label={t('import.kind')}
          options={(['IDEAS', 'VOTES'] as const).map((value) => ({
            value,
            label: t(`import.kind.${value}`),
            hint: t(`import.kind.${value}.hint`),
          }))}
        />
        <p>
          {t('import.columns')} <code>{COLUMNS[kind === 'VOTES' ? 'VOTES' : 'IDEAS']}</code>
        </p>
        <ChooseFile onRead={(text) => form.set('csv', text)} />
        <TextArea name="csv" label={t('import.csv')} hint={t('import.csv.hint')} rows={8} />
      </Form>
      {report === null ? null : <ReportOf report={report} />}
    </Stack>
  );
}

/** Reads a file of this device into the field: nothing is sent before it was looked at. */
function ChooseFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const t = useExchangeWords();
  return (
    <p>
      <label>
        {t('import.file')}{' '}
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void file.text().then(onRead);
          }}
        />
      </label>
    </p>
  );
}

function ReportOf({ report }: { readonly report: Report }) {
  const t = useExchangeWords();
  const { preview, added, alreadyThere, withdrawn, rows, faults } = report;
  const leftOut = new Set(faults.map(({ line }) => line)).size;
  return (
    <Section heading={t(preview ? 'report.preview' : 'report.done')} id="report">
      <Stack gap={5}>
        <Notice tone={preview ? 'plain' : 'good'}>
          <p role="status">
            {t(preview ? 'report.would' : 'report.did', { added, alreadyThere, leftOut })}
            {withdrawn === 0 ? null : ` ${t('report.withdrawn', { count: withdrawn })}`}
          </p>
        </Notice>
        {faults.length === 0 ? null : (
          <Table
            caption={t('report.faults')}
            columns={[
              { key: 'line', label: t('report.line'), numeric: true },
              { key: 'column', label: t('report.column') },
              { key: 'message', label: t('report.message') },
            ]}
            rows={faults.map(({ line, column, message }, at) => ({
              id: `${line}-${at}`,
              cells: { line, column: column ?? t('report.row'), message },
            }))}
          />
        )}
        {rows.length === 0 ? null : (
          <Table
            caption={t(preview ? 'report.rows.preview' : 'report.rows')}
            columns={[
              { key: 'line', label: t('report.line'), numeric: true },
              { key: 'title', label: t('report.idea') },
              { key: 'fate', label: t('report.fate') },
            ]}
            rows={rows.map((row) => ({
              id: String(row.line),
              cells: {
                line: row.line,
                title: row.title,
                fate: t(row.alreadyThere ? 'report.there' : preview ? 'report.new.preview' : 'report.new'),
              },
            }))}
          />
        )}
      </Stack>
    </Section>
  );
}
