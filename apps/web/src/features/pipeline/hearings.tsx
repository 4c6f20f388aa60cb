import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Facts } from '../../ui/facts.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './pipeline.module.css';
import { usePipelineWords } from './words.js';

export const Hearings_idea = graphql(`
  fragment Hearings_idea on Idea {
    id
    slug
    language
    viewerCan {
      recordHearing {
        allowed
      }
    }
    hearings {
      id
      people
      heldOn
      howInvited
      howThanked
      whatWasSaid
    }
  }
`);

const RecordHearingDocument = graphql(`
  mutation RecordHearing($input: RecordHearingInput!) {
    recordHearing(input: $input) {
      ... on RecordHearingPayload {
        idea {
          id
          stage
          ...Hearings_idea
          ...GateChecklist_idea
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

/** Sessions with people who live with the need: how they were invited and thanked, what they said, never who they were. */
export function Hearings({ idea }: { readonly idea: FragmentType<typeof Hearings_idea> }) {
  const t = usePipelineWords();
  const data = useFragmentData(Hearings_idea, idea);
  if (data === null) return null;
  const mayRecord = data.viewerCan.recordHearing.allowed;
  if (data.hearings.length === 0 && !mayRecord) return null;
  return (
    <Section heading={t('heard.title')} id="heard">
      {data.hearings.length === 0 ? <p>{t('heard.none')}</p> : null}
      <ul className={css.sessions}>
        {data.hearings.map((session) => (
          <li key={session.id} lang={data.language}>
            <h3>{t.rich('heard.session', { count: session.people }, { day: <Day on={session.heldOn} /> })}</h3>
            <Facts
              items={[
                { label: t('heard.said'), value: session.whatWasSaid },
                { label: t('heard.invited'), value: session.howInvited },
                { label: t('heard.thanked'), value: session.howThanked },
              ]}
            />
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <details>
          <summary>{t('heard.record')}</summary>
          <RecordForm ideaId={data.id} slug={data.slug} />
        </details>
      ) : null}
    </Section>
  );
}

function RecordForm({ ideaId, slug }: { readonly ideaId: string; readonly slug: string }) {
  const t = usePipelineWords();
  const toast = useToast();
  const [record] = useMutation(RecordHearingDocument);
  const form = useForm({
    draft: `hearing-${slug}`,
    initial: { people: '', heldOn: '', howInvited: '', howThanked: '', whatWasSaid: '' },
  });
  return (
    <Form
      form={form}
      submit={t('heard.submit')}
      onSubmit={async ({ people, ...values }) =>
        (
          await record({
            variables: { input: { ...values, ideaId, people: /^\d{1,6}$/.test(people) ? Number(people) : 0 } },
          })
        ).data?.recordHearing
      }
      onDone={() => toast(t('heard.done'))}
    >
      <TextField
        name="people"
        label={t('heard.people')}
        hint={t('heard.people.hint')}
        inputMode="numeric"
        width="short"
      />
      <TextField name="heldOn" label={t('heard.heldOn')} type="date" width="short" />
      <TextArea name="whatWasSaid" label={t('heard.whatWasSaid')} hint={t('heard.whatWasSaid.hint')} />
      <TextArea name="howInvited" label={t('heard.howInvited')} rows={2} />
      <TextArea name="howThanked" label={t('heard.howThanked')} rows={2} />
    </Form>
  );
}
