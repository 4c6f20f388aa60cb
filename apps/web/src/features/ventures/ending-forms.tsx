import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import type { HandoverModel } from '../../gql/graphql.js';
import { Button } from '../../ui/button.js';
import { Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row, Section } from '../../ui/layout.js';
import { useVentureWords } from './words.js';

export const EndingForms_venture = graphql(`
  fragment EndingForms_venture on Venture {
    id
    status
    viewerCan {
      end {
        allowed
      }
    }
  }
`);

const StopVentureDocument = graphql(`
  mutation StopVenture($input: StopVentureInput!) {
    stopVenture(input: $input) {
      ... on StopVenturePayload {
        venture {
          id
          status
          ...Ending_venture
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

const RecordHandoverDocument = graphql(`
  mutation RecordHandover($input: RecordHandoverInput!) {
    recordHandover(input: $input) {
      ... on RecordHandoverPayload {
        venture {
          id
          status
          ...Ending_venture
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

const MODELS = [
  'JOINT_VENTURE',
  'CO_OPERATIVE',
  'FOUNDATION_UNIT',
  'EXISTING_ORGANISATION',
  'COMMUNITY_MAINTAINED',
  'OTHER',
] as const satisfies readonly HandoverModel[];

/** The two ways a project ends: handed over to those who will run it, or stopped early and told. */
export function EndingForms({ venture }: { readonly venture: FragmentType<typeof EndingForms_venture> }) {
  const t = useVentureWords();
  const [open, setOpen] = useState<'handover' | 'stop' | null>(null);
  const data = useFragmentData(EndingForms_venture, venture);
  if (data === null || !data.viewerCan.end.allowed) return null;
  return (
    <Section heading={t('end.title')} id="end">
      <p>{t('end.lead')}</p>
      {open === null ? (
        <Row gap={3}>
          {data.status === 'ACTIVE' ? <Button onClick={() => setOpen('handover')}>{t('end.handover')}</Button> : null}
          <Button onClick={() => setOpen('stop')}>{t('end.stop')}</Button>
        </Row>
      ) : null}
      {open === 'handover' ? <HandoverForm ventureId={data.id} /> : null}
      {open === 'stop' ? <StopForm ventureId={data.id} /> : null}
    </Section>
  );
}

const NO_HANDOVER: { model: HandoverModel; ownerName: string; from: string; needs: string } = {
  model: 'CO_OPERATIVE',
  ownerName: '',
  from: '',
  needs: '',
};

function HandoverForm({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [handOver] = useMutation(RecordHandoverDocument, { refetchQueries: ['Venture'] });
  const form = useForm({
    draft: `handover-${ventureId}`,
    initial: NO_HANDOVER,
  });
  return (
    <Form
      form={form}
      submit={t('end.handover.submit')}
      label={t('end.handover')}
      onSubmit={async (values) =>
        (await handOver({ variables: { input: { ventureId, ...values } } })).data?.recordHandover
      }
      onDone={() => undefined}
    >
      <Select
        name="model"
        label={t('end.model')}
        options={MODELS.map((model) => ({ value: model, label: t(`model.${model}`) }))}
      />
      <TextField name="ownerName" label={t('end.owner')} maxLength={120} />
      <TextField name="from" type="date" width="short" label={t('end.from')} />
      <TextArea name="needs" label={t('ended.needs')} rows={4} maxLength={4_000} />
    </Form>
  );
}

function StopForm({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [stop] = useMutation(StopVentureDocument, { refetchQueries: ['Venture'] });
  const form = useForm({ draft: `stop-${ventureId}`, initial: { why: '', learned: '', nextForUsers: '' } });
  return (
    <Form
      form={form}
      submit={t('end.stop.submit')}
      label={t('end.stop')}
      onSubmit={async (values) => (await stop({ variables: { input: { ventureId, ...values } } })).data?.stopVenture}
      onDone={() => undefined}
    >
      <TextArea name="why" label={t('ended.why')} rows={3} maxLength={2_000} />
      <TextArea name="learned" label={t('ended.learned')} hint={t('end.learned.hint')} maxLength={10_000} />
      <TextArea name="nextForUsers" label={t('ended.users')} rows={3} maxLength={4_000} optional />
    </Form>
  );
}
