import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { VenturePhase } from '../../gql/graphql.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { PHASES } from './phases-list.js';
import { useVentureWords } from './words.js';

const PlanMilestoneDocument = graphql(`
  mutation PlanMilestone($input: PlanMilestoneInput!) {
    planMilestone(input: $input) {
      ... on PlanMilestonePayload {
        venture {
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

const CompleteMilestoneDocument = graphql(`
  mutation CompleteMilestone($input: CompleteMilestoneInput!) {
    completeMilestone(input: $input) {
      ... on CompleteMilestonePayload {
        venture {
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

interface PlanMilestoneProps {
  readonly ventureId: string;
  /** The coordinating team, by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Steps that are not done, which a new one may wait for. */
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
}

export function PlanMilestone({ ventureId, people, milestones }: PlanMilestoneProps) {
  const t = useVentureWords();
  const { person } = useViewer();
  const [plan] = useMutation(PlanMilestoneDocument, { refetchQueries: ['VenturePlan'] });
  const owners = new Map([...(person === null ? [] : [[person.id, person.name] as const]), ...people]);
  const initial: { title: string; phase: VenturePhase; dueOn: string; ownerId: string; dependsOn: readonly string[] } =
    {
      title: '',
      phase: 'DISCOVERY',
      dueOn: '',
      ownerId: person?.id ?? '',
      dependsOn: [],
    };
  const form = useForm({ draft: `milestone-${ventureId}`, initial });
  return (
    <Form
      form={form}
      submit={t('plan.add.submit')}
      label={t('plan.add')}
      onSubmit={async ({ dependsOn, ...values }) =>
        (await plan({ variables: { input: { ventureId, ...values, dependsOn: [...dependsOn] } } })).data?.planMilestone
      }
      onDone={() => form.reset()}
    >
      <TextField name="title" label={t('plan.title')} maxLength={200} />
      <Select
        name="phase"
        label={t('plan.add.phase')}
        options={PHASES.map((phase) => ({ value: phase, label: t(`phase.${phase}`) }))}
      />
      <TextField name="dueOn" type="date" label={t('plan.due')} width="short" />
      <Select
        name="ownerId"
        label={t('plan.owner')}
        options={[...owners].map(([value, label]) => ({ value, label }))}
      />
      {milestones.length === 0 ? null : (
        <CheckboxGroup
          name="dependsOn"
          label={t('plan.needs.which')}
          dense
          optional
          options={milestones.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Form>
  );
}

interface CompleteMilestoneProps {
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
}

export function CompleteMilestone({ milestones }: CompleteMilestoneProps) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  const [complete] = useMutation(CompleteMilestoneDocument, { refetchQueries: ['VenturePlan'] });
  const form = useForm({ initial: { milestoneId: milestones[0]?.id ?? '', evidence: '', evidenceUrl: '' } });
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('plan.done')}</Button>
      </div>
    );
  }
  return (
    <Form
      form={form}
      submit={t('plan.done.submit')}
      label={t('plan.done')}
      onSubmit={async ({ milestoneId, evidence, evidenceUrl }) => {
        const input = { milestoneId, evidence, evidenceUrl: evidenceUrl === '' ? null : evidenceUrl };
        return (await complete({ variables: { input } })).data?.completeMilestone;
      }}
      onDone={() => setOpen(false)}
    >
      <Select
        name="milestoneId"
        label={t('plan.done.which')}
        options={milestones.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextArea name="evidence" label={t('plan.done.evidence')} maxLength={2_000} rows={3} />
      <TextField name="evidenceUrl" type="url" label={t('plan.done.url')} hint={t('plan.done.url.hint')} optional />
    </Form>
  );
}
