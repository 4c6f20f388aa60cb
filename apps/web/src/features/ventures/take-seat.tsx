import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { SeatKind } from '../../gql/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox, Select, TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { useVentureWords } from './words.js';

const TakeSeatDocument = graphql(`
  mutation TakeSeat($input: TakeSeatInput!) {
    takeSeat(input: $input) {
      ... on TakeSeatPayload {
        venture {
          id
          ...TheTable_venture
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

const KINDS = ['SERVICE_USER', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER'] as const satisfies readonly SeatKind[];

const NO_SEAT: { kind: SeatKind; nameShown: boolean; alias: string; accessNeeds: string } = {
  kind: 'SERVICE_USER',
  nameShown: false,
  alias: '',
  accessNeeds: '',
};

export function TakeSeat({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  if (open) return <TakeSeatForm ventureId={ventureId} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('table.take')}</Button>
    </div>
  );
}

function TakeSeatForm({ ventureId }: { readonly ventureId: string }) {
  const t = useVentureWords();
  const [takeSeat] = useMutation(TakeSeatDocument);
  const form = useForm({ initial: NO_SEAT });
  return (
    <Form
      form={form}
      submit={t('table.submit')}
      label={t('table.take')}
      onSubmit={async (values) => (await takeSeat({ variables: { input: { ventureId, ...values } } })).data?.takeSeat}
      onDone={() => undefined}
    >
      <Select
        name="kind"
        label={t('table.as')}
        hint={t('table.as.hint')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`seat.${kind}`) }))}
      />
      <TextField
        name="alias"
        label={t('table.alias')}
        hint={t('table.alias.hint')}
        maxLength={40}
        width="short"
        optional
      />
      <TextArea
        name="accessNeeds"
        label={t('table.access')}
        hint={t('table.access.hint')}
        rows={3}
        maxLength={1_000}
        optional
      />
      <Checkbox name="nameShown" label={t('table.name')} hint={t('table.name.hint')} optional />
    </Form>
  );
}
