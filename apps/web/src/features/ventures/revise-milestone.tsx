import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { CheckboxGroup, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { useVentureWords } from './words.js';

const ReviseMilestoneDocument = graphql(`
  mutation ReviseMilestone($input: ReviseMilestoneInput!) {
    reviseMilestone(input: $input) {
      ... on ReviseMilestonePayload {
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

interface Step {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly needs: readonly string[];
  readonly owner?: { readonly id: string; readonly name: string } | null;
}

interface ReviseMilestoneProps {
  /** The coordinating team, by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Steps that are not done. */
  readonly milestones: readonly Step[];
}

/** Chooses a step of the plan, and then changes or moves it. */
export function ReviseMilestone({ people, milestones }: ReviseMilestoneProps) {
  const t = useVentureWords();
  const [chosen, setChosen] = useState('');
  const step = milestones.find(({ id }) => id === chosen);
  return (
    <Open label={t('plan.revise')}>
      {(close) => (
        <Stack gap={4}>
          <label>
            {t('plan.revise.which')}{' '}
            <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t('plan.revise.choose')}</option>
              {milestones.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          {step === undefined ? null : (
            <ReviseForm key={step.id} step={step} people={people} milestones={milestones} onDone={close} />
          )}
        </Stack>
      )}
    </Open>
  );
}

function ReviseForm({
  step,
  people,
  milestones,
  onDone,
}: ReviseMilestoneProps & { readonly step: Step; readonly onDone: () => void }) {
  const t = useVentureWords();
  const { person } = useViewer();
  const [revise] = useMutation(ReviseMilestoneDocument, { refetchQueries: ['VenturePlan'] });
  const owners = new Map([
    ...(step.owner == null ? [] : [[step.owner.id, step.owner.name] as const]),
    ...(person === null ? [] : [[person.id, person.name] as const]),
    ...people,
  ]);
  const form = useForm({
    initial: {
      title: step.title,
      dueOn: step.dueOn,
      ownerId: step.owner?.id ?? person?.id ?? '',
      dependsOn: step.needs,
      why: '',
    },
  });
  const others = milestones.filter(({ id }) => id !== step.id);
  return (
    <Form
      form={form}
      label={t('plan.revise')}
      submit={t('plan.revise.submit')}
      onSubmit={async ({ dependsOn, why, ...values }) => {
        const input = { milestoneId: step.id, ...values, dependsOn: [...dependsOn], why: why === '' ? null : why };
        return (await revise({ variables: { input } })).data?.reviseMilestone;
      }}
      onDone={onDone}
      actions={
        <Button look="plain" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <TextField name="title" label={t('plan.title')} maxLength={200} />
      <TextField name="dueOn" type="date" label={t('plan.due')} width="short" />
      {form.values.dueOn === step.dueOn ? null : (
        <TextArea name="why" label={t('plan.revise.why')} hint={t('plan.revise.why.hint')} maxLength={2_000} rows={2} />
      )}
      <Select
        name="ownerId"
        label={t('plan.owner')}
        options={[...owners].map(([value, label]) => ({ value, label }))}
      />
      {others.length === 0 ? null : (
        <CheckboxGroup
          name="dependsOn"
          label={t('plan.needs.which')}
          dense
          optional
          options={others.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Form>
  );
}
