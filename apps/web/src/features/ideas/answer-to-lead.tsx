import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { RadioGroup, Select, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { useToast } from '../../ui/toast.js';
import { useLeadWords } from './lead-words.js';

const AnswerWhoWouldLeadDocument = graphql(`
  mutation AnswerWhoWouldLead($input: AnswerWhoWouldLeadInput!) {
    answerWhoWouldLead(input: $input) {
      ... on AnswerWhoWouldLeadPayload {
        idea {
          id
          ...WhoLeads_idea
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

interface AnswerToLeadProps {
  readonly ideaId: string;
  readonly slug: string;
  readonly onDone: () => void;
}

/** An organisation says whether it would lead. */
export function AnswerToLead({ ideaId, slug, onDone }: AnswerToLeadProps) {
  const t = useLeadWords();
  const toast = useToast();
  const { memberships, actingFor } = useViewer();
  const [answer] = useMutation(AnswerWhoWouldLeadDocument);
  const form = useForm({
    draft: `lead-answer-${slug}`,
    initial: {
      organisationId: actingFor ?? memberships[0]?.organisation.id ?? '',
      answer: 'WOULD_LEAD',
      note: '',
    },
  });
  return (
    <Form
      form={form}
      submit={t('answer.submit')}
      label={t('answer')}
      onSubmit={async ({ organisationId, note, answer: said }) =>
        (
          await answer({
            variables: {
              input: { ideaId, organisationId, note, answer: said === 'NOT_NOW' ? 'NOT_NOW' : 'WOULD_LEAD' },
            },
          })
        ).data?.answerWhoWouldLead
      }
      onDone={() => {
        toast(t('answer.done'));
        onDone();
      }}
    >
      <p>{t('answer.text')}</p>
      <Select
        name="organisationId"
        label={t('answer.organisation')}
        options={memberships.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
      />
      <RadioGroup
        name="answer"
        label={t('answer.answer')}
        options={[
          { value: 'WOULD_LEAD', label: t('answer.WOULD_LEAD') },
          { value: 'NOT_NOW', label: t('answer.NOT_NOW'), hint: t('answer.NOT_NOW.hint') },
        ]}
      />
      <TextArea name="note" label={t('answer.note')} hint={t('answer.note.hint')} rows={3} maxLength={1000} optional />
    </Form>
  );
}
