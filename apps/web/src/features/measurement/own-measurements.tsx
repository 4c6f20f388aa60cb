import { useApolloClient, useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section, Stack, VisuallyHidden } from '../../ui/layout.js';
import { ShowMore } from '../../ui/pagination.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { useBenchmarkWords } from './benchmark-words.js';
import { useFigures } from './figures.js';
import { usePeriodWords } from './periods.js';
import type { ReportedStandard } from './report-page.js';

const TakeBackMeasurementDocument = graphql(`
  mutation TakeBackMeasurement($input: TakeBackMeasurementInput!) {
    takeBackMeasurement(input: $input) {
      ... on TakeBackMeasurementPayload {
        entry {
          id
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

type Own = ReportedStandard['measurements']['nodes'][number];

/** What one's own organisations reported against a standard, each with its way back. */
export function OwnMeasurements({ standard }: { readonly standard: ReportedStandard }) {
  const t = useBenchmarkWords();
  const { nodes, pageInfo } = standard.measurements;
  const organisations = [...new Map(nodes.map(({ organisation }) => [organisation.id, organisation])).values()];
  return (
    <Section heading={t('own')} id="own">
      {nodes.length === 0 ? (
        <EmptyState title={t('own.none')}>{t('own.none.text')}</EmptyState>
      ) : (
        <Stack gap={5}>
          {organisations.map(({ id, name }) => (
            <OwnTable
              key={id}
              caption={name}
              language={standard.language}
              measurements={nodes.filter(({ organisation }) => organisation.id === id)}
            />
          ))}
          <ShowMore pageInfo={pageInfo} />
        </Stack>
      )}
    </Section>
  );
}

interface OwnTableProps {
  readonly caption: string;
  readonly language: string;
  readonly measurements: readonly Own[];
}

function OwnTable({ caption, language, measurements }: OwnTableProps) {
  const t = useBenchmarkWords();
  const period = usePeriodWords();
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', label: t('own.what') },
        { key: 'period', label: t('period') },
        { key: 'number', label: t('own.number'), numeric: true },
        { key: 'version', label: t('own.version'), numeric: true },
        ...(measurements.some(({ method }) => method !== '') ? [{ key: 'method', label: t('own.method') }] : []),
        { key: 'by', label: t('own.by') },
        { key: 'back', label: <VisuallyHidden>{t('own.back')}</VisuallyHidden> },
      ]}
      rows={measurements.map((measurement) => ({
        id: measurement.id,
        cells: {
          what: <span lang={language}>{measurement.definition.title}</span>,
          period: period(measurement.from, measurement.to),
          number: <Number of={measurement} />,
          version: measurement.definition.version,
          method: measurement.method,
          by: (
            <>
              {measurement.recordedBy?.name} <Day on={measurement.recordedAt} />
            </>
          ),
          back: <TakeBack measurement={measurement} />,
        },
      }))}
    />
  );
}

function Number({ of }: { readonly of: Own }) {
  const { said } = useFigures(of.definition);
  return said(of);
}

function TakeBack({ measurement: { id, definition, from, to } }: { readonly measurement: Own }) {
  const t = useBenchmarkWords();
  const toast = useToast();
  const client = useApolloClient();
  const period = usePeriodWords();
  const [takeBack] = useMutation(TakeBackMeasurementDocument);
  return (
    <ActionButton
      small
      look="plain"
      confirm={{
        title: t('own.back.title', { title: definition.title, period: period(from, to) }),
        text: t('own.back.text'),
        submit: t('own.back.act'),
      }}
      run={async () => (await takeBack({ variables: { input: { measurementId: id } } })).data?.takeBackMeasurement}
      onDone={() => {
        toast(t('own.back.done'));
        void client.refetchQueries({ include: ['ReportMeasurements'] });
      }}
    >
      {t('own.back')}
      <VisuallyHidden> {`${definition.title}, ${period(from, to)}`}</VisuallyHidden>
    </ActionButton>
  );
}
