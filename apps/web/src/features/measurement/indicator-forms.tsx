import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { IndicatorDirection, ProgressUnit } from '../../gql/graphql.js';
import { Checkbox, RadioGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import type { Measured } from './indicators.js';
import { useMeasurementWords } from './words.js';

const DefineIndicatorDocument = graphql(`
  mutation DefineIndicator($input: DefineIndicatorInput!) {
    defineIndicator(input: $input) {
      ... on DefineIndicatorPayload {
        indicator {
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

const ReviseIndicatorDocument = graphql(`
  mutation ReviseIndicator($input: ReviseIndicatorInput!) {
    reviseIndicator(input: $input) {
      ... on ReviseIndicatorPayload {
        indicator {
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

const SetTargetDocument = graphql(`
  mutation SetTarget($input: SetTargetInput!) {
    setTarget(input: $input) {
      ... on SetTargetPayload {
        venture {
          id
          ...Indicators_venture
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

const ReportNumberDocument = graphql(`
  mutation ReportNumber($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      ... on RecordProgressPayload {
        venture {
          id
          ...Indicators_venture
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

const UNITS = ['PEOPLE', 'NUMBER', 'PERCENT', 'DAYS', 'MONEY'] as const satisfies readonly ProgressUnit[];
const DIRECTIONS = ['UP', 'DOWN', 'NEITHER'] as const satisfies readonly IndicatorDirection[];

const NOTHING: {
  title: string;
  definition: string;
  unit: ProgressUnit;
  unitNote: string;
  direction: IndicatorDirection;
  countsPeople: boolean;
} = { title: '', definition: '', unit: 'PEOPLE', unitNote: '', direction: 'UP', countsPeople: false };

// Named as the input of the API names them, so that what is wrong stands beside the field.
const NO_VALUE = { 'value.value': '', 'value.from': '', 'value.to': '' };

/** What the team does with one indicator: report, set a target, change what it means. */
export function IndicatorForms({ ventureId, measured }: { readonly ventureId: string; readonly measured: Measured }) {
  const t = useMeasurementWords();
  return (
    <Row gap={3}>
      <Open label={t('report')} look="primary">
        {(close) => <ReportForm ventureId={ventureId} measured={measured} onDone={close} />}
      </Open>
      <Open label={t('target.set')}>
        {(close) => <TargetForm ventureId={ventureId} measured={measured} onDone={close} />}
      </Open>
      {measured.indicator.standard == null ? (
        <Open label={t('revise')} look="plain">
          {(close) => <ReviseForm indicator={measured.indicator} onDone={close} />}
        </Open>
      ) : null}
    </Row>
  );
}

type Revised = Pick<Measured['indicator'], 'id' | 'newest'>;

/** Whose list it joins: a project's own, or a data standard's. */
type Owner = { readonly ventureId: string } | { readonly entryId: string };

export function DefineIndicator(owner: Owner) {
  const t = useMeasurementWords();
  return <Open label={t('define')}>{(close) => <DefineForm owner={owner} onDone={close} />}</Open>;
}

export function ReviseIndicator({ indicator }: { readonly indicator: Revised }) {
  const t = useMeasurementWords();
  return (
    <Open label={`${t('revise')}: ${indicator.newest.title}`} look="plain">
      {(close) => <ReviseForm indicator={indicator} onDone={close} />}
    </Open>
  );
}

function ReportForm({
  ventureId,
  measured,
  onDone,
}: {
  readonly ventureId: string;
  readonly measured: Measured;
  readonly onDone: () => void;
}) {
  const t = useMeasurementWords();
  const [report] = useMutation(ReportNumberDocument);
  const { id: indicatorId, newest } = measured.indicator;
  const form = useForm({ draft: `report-${ventureId}-${indicatorId}`, initial: NO_VALUE });
  return (
    <Form
      form={form}
      submit={t('submit')}
      label={`${t('report')}: ${newest.title}`}
      onSubmit={async (values) => {
        const value = {
          indicatorId,
          seen: newest.version,
          value: values['value.value'],
          from: values['value.from'],
          to: values['value.to'],
        };
        return (await report({ variables: { input: { ventureId, value } } })).data?.recordProgress;
      }}
      onDone={onDone}
    >
      <p>{newest.definition}</p>
      <TextField
        name="value.value"
        inputMode="decimal"
        width="short"
        label={t('report.value')}
        hint={newest.countsPeople ? t('report.value.people') : undefined}
      />
      <TextField name="value.from" type="date" width="short" label={t('report.from')} />
      <TextField name="value.to" type="date" width="short" label={t('report.to')} hint={t('report.hint')} />
    </Form>
  );
}

function TargetForm({
  ventureId,
  measured,
  onDone,
}: {
  readonly ventureId: string;
  readonly measured: Measured;
  readonly onDone: () => void;
}) {
  const t = useMeasurementWords();
  const [set] = useMutation(SetTargetDocument);
  const { id: indicatorId, newest } = measured.indicator;
  const form = useForm({
    initial: {
      baseline: measured.baseline ?? '',
      baselineOn: measured.baselineOn ?? '',
      target: measured.target ?? '',
      targetOn: measured.targetOn ?? '',
    },
  });
  return (
    <Form
      form={form}
      submit={t('target.submit')}
      label={`${t('target.set')}: ${newest.title}`}
      onSubmit={async ({ baseline, baselineOn, target, targetOn }) => {
        // An empty day is no day; the API takes days only.
        const input = { baseline, target, baselineOn: baselineOn || null, targetOn: targetOn || null };
        return (await set({ variables: { input: { ventureId, indicatorId, ...input } } })).data?.setTarget;
      }}
      onDone={onDone}
    >
      <TextField name="baseline" inputMode="decimal" width="short" label={t('target.baseline')} optional />
      <TextField name="baselineOn" type="date" width="short" label={t('target.baselineOn')} optional />
      <TextField name="target" inputMode="decimal" width="short" label={t('target.target')} optional />
      <TextField name="targetOn" type="date" width="short" label={t('target.targetOn')} optional />
    </Form>
  );
}

function DefineForm({ owner, onDone }: { readonly owner: Owner; readonly onDone: () => void }) {
  const t = useMeasurementWords();
  const [define] = useMutation(DefineIndicatorDocument, { refetchQueries: ['VentureProgress', 'Standard'] });
  const form = useForm({ draft: `define-${'ventureId' in owner ? owner.ventureId : owner.entryId}`, initial: NOTHING });
  return (
    <Form
      form={form}
      submit={t('define.submit')}
      label={t('define')}
      onSubmit={async (values) =>
        (await define({ variables: { input: { ...owner, ...values } } })).data?.defineIndicator
      }
      onDone={onDone}
    >
      <DefinitionFields />
    </Form>
  );
}

function ReviseForm({ indicator, onDone }: { readonly indicator: Revised; readonly onDone: () => void }) {
  const t = useMeasurementWords();
  const [revise] = useMutation(ReviseIndicatorDocument, { refetchQueries: ['VentureProgress', 'Standard'] });
  const { id: indicatorId, newest } = indicator;
  const { title, definition, unit, unitNote, direction, countsPeople } = newest;
  const form = useForm({
    initial: { title, definition, unit, unitNote, direction, countsPeople, material: '', changeNote: '' },
  });
  return (
    <Form
      form={form}
      submit={t('revise.submit', { version: newest.version + 1 })}
      label={`${t('revise')}: ${title}`}
      onSubmit={async ({ material, ...values }) => {
        const input = { ...values, indicatorId, seen: newest.version, tier: newest.tier, material: material === 'yes' };
        return (await revise({ variables: { input } })).data?.reviseIndicator;
      }}
      onDone={onDone}
    >
      <DefinitionFields />
      <RadioGroup
        name="material"
        label={t('revise.material')}
        options={[
          { value: 'no', label: t('revise.material.no') },
          { value: 'yes', label: t('revise.material.yes') },
        ]}
      />
      <TextField name="changeNote" label={t('revise.note')} maxLength={500} />
    </Form>
  );
}

function DefinitionFields() {
  const t = useMeasurementWords();
  return (
    <>
      <TextField name="title" label={t('define.title')} hint={t('define.title.hint')} maxLength={200} />
      <TextArea
        name="definition"
        label={t('define.definition')}
        hint={t('define.definition.hint')}
        rows={3}
        maxLength={2_000}
      />
      <Select
        name="unit"
        label={t('define.unit')}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
      />
      <TextField
        name="unitNote"
        label={t('define.unitNote')}
        hint={t('define.unitNote.hint')}
        maxLength={60}
        width="short"
        optional
      />
      <Select
        name="direction"
        label={t('define.direction')}
        options={DIRECTIONS.map((direction) => ({ value: direction, label: t(`direction.${direction}`) }))}
      />
      <Checkbox name="countsPeople" label={t('define.people')} hint={t('define.people.hint')} optional />
    </>
  );
}
