import { useApolloClient, useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { useSite } from '../../lib/site.js';
import { useViewer } from '../../lib/viewer.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Stack } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import { useLingui } from '@lingui/react';
import { useBenchmarkWords } from './benchmark-words.js';
import { useFigures } from './figures.js';
import { LENGTHS, monthsBefore, periodOf } from './periods.js';
import type { ReportedStandard, ReportingOrganisation } from './report-page.js';

const RecordMeasurementsDocument = graphql(`
  mutation RecordMeasurements($input: RecordMeasurementsInput!) {
    recordMeasurements(input: $input) {
      ... on RecordMeasurementsPayload {
        added
        changed
        unchanged
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

const TIERS = ['REQUIRED', 'OPTIONAL', 'ENHANCED'] as const;
/** Three years of months to choose from; older numbers come by spreadsheet. */
const MONTHS = 36;

interface ReportFormProps {
  readonly standard: ReportedStandard;
  readonly organisations: readonly ReportingOrganisation[];
}

/** Numbers of one period, typed in. What is left empty is not said. */
export function ReportForm({ standard, organisations }: ReportFormProps) {
  const t = useBenchmarkWords();
  const { i18n } = useLingui();
  const client = useApolloClient();
  const toast = useToast();
  const { renderedAt } = useSite();
  const { actingFor } = useViewer();
  const [record] = useMutation(RecordMeasurementsDocument);
  const first = organisations.find(({ id }) => id === actingFor) ?? organisations[0];
  const months = monthsBefore(renderedAt, MONTHS);
  const lastQuarter = months.find((month) => Number(month.slice(5)) % 3 === 0) ?? '';
  const empty = Object.fromEntries(
    standard.indicators.flatMap(({ key, newest }) => [
      [`value.${key}`, ''],
      [`version.${key}`, String(newest.version)],
    ]),
  );
  const form = useForm<Record<string, string>>({
    draft: `report-${standard.slug}`,
    initial: { ...empty, organisationId: first?.id ?? '', months: '3', ends: lastQuarter, method: '' },
  });
  const values = form.values;
  const period = periodOf(values['ends'] ?? '', Number(values['months']));
  const month = new Intl.DateTimeFormat(i18n.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const before = new Map(
    standard.measurements.nodes
      .filter(
        ({ organisation, from, to }) =>
          organisation.id === values['organisationId'] && from === period.from && to === period.to,
      )
      .map((measurement) => [measurement.indicator.key, measurement]),
  );

  return (
    <Form
      form={form}
      submit={t('report.submit')}
      label={t('report.by.form')}
      onSubmit={async ({ organisationId = '', method = '', ...typed }) => {
        const said = standard.indicators.filter(({ key }) => (typed[`value.${key}`] ?? '').trim() !== '');
        const input = {
          organisationId,
          entryId: standard.id,
          ...period,
          method,
          values: said.map(({ id, key, newest }) => ({
            indicatorId: id,
            value: typed[`value.${key}`] ?? '',
            version: Number(typed[`version.${key}`]) || newest.version,
          })),
        };
        const answer = (await record({ variables: { input } })).data?.recordMeasurements;
        if (answer?.__typename !== 'Refusal') return answer;
        // The API says which of the values sent; the page which field.
        const place = (path: readonly string[] | null | undefined) =>
          path?.[1] === 'values' && path[2] !== undefined
            ? ['input', `value.${said[Number(path[2])]?.key ?? ''}`]
            : path?.[1] === 'from' || path?.[1] === 'to'
              ? ['input', 'ends']
              : [...(path ?? [])];
        return { ...answer, requirements: answer.requirements.map((one) => ({ ...one, path: place(one.path) })) };
      }}
      onDone={({ added, changed, unchanged }) => {
        toast(t('report.done', { added, changed, unchanged }));
        form.reset();
        void client.refetchQueries({ include: ['ReportMeasurements'] });
      }}
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
      <Select
        name="months"
        label={t('report.length')}
        options={LENGTHS.map((length) => ({ value: String(length), label: t(`length.${length}`) }))}
      />
      <Select
        name="ends"
        label={t('report.ends')}
        hint={t('report.ends.hint')}
        options={months.map((one) => ({ value: one, label: month.format(new Date(`${one}-01`)) }))}
      />
      <p>{t('report.blank')}</p>
      {TIERS.map((tier) => {
        const asked = standard.indicators.filter(({ newest }) => newest.tier === tier);
        if (asked.length === 0) return null;
        return (
          <Stack key={tier} gap={4}>
            <h3>{t(`tier.${tier}`)}</h3>
            {asked.map((indicator) => (
              <ValueField
                key={indicator.id}
                indicator={indicator}
                language={standard.language}
                before={before.get(indicator.key)}
              />
            ))}
          </Stack>
        );
      })}
      <TextArea
        name="method"
        label={t('report.method')}
        hint={t('report.method.hint')}
        rows={2}
        maxLength={300}
        optional
      />
    </Form>
  );
}

interface ValueFieldProps {
  readonly indicator: ReportedStandard['indicators'][number];
  readonly language: string;
  readonly before: ReportedStandard['measurements']['nodes'][number] | undefined;
}

function ValueField({ indicator, language, before }: ValueFieldProps) {
  const t = useBenchmarkWords();
  const { newest } = indicator;
  const { said } = useFigures(before?.definition ?? newest);
  const unit = newest.unitNote === '' ? t(`unit.${newest.unit}`) : newest.unitNote;
  const meansElse = indicator.versions.some(({ change }) => change === 'MATERIAL');
  return (
    <>
      <TextField
        name={`value.${indicator.key}`}
        inputMode={newest.countsPeople ? 'text' : 'decimal'}
        width="short"
        maxLength={30}
        label={`${newest.title} (${unit})`}
        hint={
          <>
            <span lang={language}>{newest.definition}</span>
            {newest.countsPeople ? ` ${t('report.people')}` : null}
            {before === undefined ? null : (
              <>
                {' '}
                <strong>{t('report.before', { value: said(before) })}</strong>
              </>
            )}
          </>
        }
        optional
      />
      {meansElse ? (
        <Select
          name={`version.${indicator.key}`}
          label={t('report.version', { title: newest.title })}
          hint={t('report.version.hint')}
          options={indicator.versions.map(({ version }) => ({
            value: String(version),
            label: t(version === newest.version ? 'report.version.newest' : 'version.number', { version }),
          }))}
        />
      ) : null}
    </>
  );
}
