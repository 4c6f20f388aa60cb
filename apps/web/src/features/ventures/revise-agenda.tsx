import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql/index.js';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Section } from '../../ui/layout.js';
import { useVentureWords } from './words.js';

const ReviseAgendaDocument = graphql(`
  mutation ReviseAgenda($input: ReviseAgendaInput!) {
    reviseAgenda(input: $input) {
      ... on ReviseAgendaPayload {
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

interface ReviseAgendaProps {
  readonly ventureId: string;
  /** The version that is revised; 0 for none. */
  readonly version: number;
  readonly text: string;
}

export function ReviseAgenda(props: ReviseAgendaProps) {
  const t = useVentureWords();
  const [open, setOpen] = useState(false);
  const label = t(props.version === 0 ? 'agenda.write.first' : 'agenda.write');
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{label}</Button>
      </div>
    );
  }
  return (
    <Section heading={label} id="write">
      <ReviseForm key={props.version} {...props} label={label} onDone={() => setOpen(false)} />
    </Section>
  );
}

function ReviseForm({
  ventureId,
  version,
  text,
  label,
  onDone,
}: ReviseAgendaProps & { readonly label: string; readonly onDone: () => void }) {
  const t = useVentureWords();
  const [revise] = useMutation(ReviseAgendaDocument, { refetchQueries: ['VentureAgenda'] });
  const form = useForm({ draft: `agenda-${ventureId}-${version}`, initial: { text, changeNote: '' } });
  return (
    <Form
      form={form}
      submit={t('agenda.submit', { version: version + 1 })}
      label={label}
      onSubmit={async (values) =>
        (
          await revise({
            variables: { input: { ventureId, seen: version, text: values.text, changeNote: values.changeNote } },
          })
        ).data?.reviseAgenda
      }
      onDone={onDone}
    >
      <TextArea name="text" label={t('agenda.text')} hint={t('agenda.write.hint')} rows={16} maxLength={40_000} />
      {version === 0 ? null : (
        <TextField
          name="changeNote"
          label={t('agenda.changed')}
          hint={t('agenda.submit.note')}
          maxLength={500}
          optional
        />
      )}
    </Form>
  );
}
