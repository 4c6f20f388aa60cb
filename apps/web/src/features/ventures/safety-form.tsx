import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Checkbox, Select, TextArea } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Open } from '../../ui/open.js';
import { Safety_venture } from './safety.js';
import { useVentureWords } from './words.js';

const ReviseVentureDocument = graphql(`
  mutation ReviseVenture($input: ReviseVentureInput!) {
    reviseVenture(input: $input) {
      ... on ReviseVenturePayload {
        venture {
          id
          summary
          ...Safety_venture
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

interface SafetyFormProps {
  readonly venture: FragmentType<typeof Safety_venture>;
}

export function SafetyForm({ venture }: SafetyFormProps) {
  const t = useVentureWords();
  return <Open label={t('safety.change')}>{(close) => <Fields venture={venture} onDone={close} />}</Open>;
}

function Fields({ venture, onDone }: SafetyFormProps & { readonly onDone: () => void }) {
  const t = useVentureWords();
  const [revise] = useMutation(ReviseVentureDocument);
  const data = useFragmentData(Safety_venture, venture);
  const form = useForm({
    initial: {
      summary: data?.summary ?? '',
      involvesPeopleAtRisk: data?.involvesPeopleAtRisk ?? false,
      safeguardingLeadId: data?.safeguardingLead?.id ?? '',
    },
  });
  if (data === null) return null;
  const lead = data.safeguardingLead;
  const people = new Map([
    ...(lead == null ? [] : [[lead.id, lead.name] as const]),
    ...data.team.flatMap(({ person }) => (person == null ? [] : [[person.id, person.name] as const])),
  ]);
  return (
    <Form
      form={form}
      submit={t('safety.submit')}
      label={t('safety.change')}
      onSubmit={async ({ safeguardingLeadId, ...values }) => {
        const input = { ventureId: data.id, ...values, safeguardingLeadId: safeguardingLeadId || null };
        return (await revise({ variables: { input } })).data?.reviseVenture;
      }}
      onDone={onDone}
    >
      <TextArea name="summary" label={t('convene.summary')} maxLength={2_000} optional />
      <Checkbox name="involvesPeopleAtRisk" label={t('convene.risk')} optional />
      <Select
        name="safeguardingLeadId"
        label={t('safety.who')}
        hint={t('safety.who.hint')}
        optional
        options={[{ value: '', label: t('safety.nobody') }, ...[...people].map(([value, label]) => ({ value, label }))]}
      />
    </Form>
  );
}
