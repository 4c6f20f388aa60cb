import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Section } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './support.module.css';
import { useSupportWords } from './words.js';

export const Concerns_idea = graphql(`
  fragment Concerns_idea on Idea {
    id
    viewerCan {
      revise {
        allowed
        requirements {
          code
        }
      }
    }
    support {
      concerns(first: 30) {
        nodes {
          id
          why
          pseudonym
          answer
          answeredOn
          person {
            id
            handle
            name
          }
        }
      }
    }
  }
`);

const AnswerHarmDocument = graphql(`
  mutation AnswerHarm($input: AnswerHarmInput!) {
    answerHarm(input: $input) {
      ... on AnswerHarmPayload {
        idea {
          id
          stage
          ...Concerns_idea
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

/** What people with experience said could make things worse, and what the authors answered. Nothing while nobody has. */
export function Concerns({ idea }: { readonly idea: FragmentType<typeof Concerns_idea> }) {
  const t = useSupportWords();
  const data = useFragmentData(Concerns_idea, idea);
  if (data === null || data.support.concerns.nodes.length === 0) return null;
  // Authors may answer at any time before it ended, also when the text can no longer change.
  const isAuthor = !data.viewerCan.revise.requirements.some(
    ({ code }) => code === 'NOT_AN_AUTHOR' || code === 'SIGN_IN_FIRST',
  );
  return (
    <Section heading={t('concerns.title')} id="concerns">
      <p>{t('concerns.lead')}</p>
      <ul className={css.list}>
        {data.support.concerns.nodes.map(({ id, why, pseudonym, person, answer, answeredOn }) => (
          <li key={id} className={css.entry}>
            <p className={css.note}>
              {person == null ? (
                (pseudonym ?? t('concerns.someone'))
              ) : (
                <Link to={`/people/${person.handle}`}>{person.name}</Link>
              )}
            </p>
            <p>{why === '' ? t('concerns.silent') : why}</p>
            {answer == null ? (
              <p className={css.note}>{t('concerns.waiting')}</p>
            ) : (
              <div className={css.answer}>
                <p className={css.note}>
                  {t('concerns.answered')} {answeredOn == null ? null : <Day on={answeredOn} />}
                </p>
                <p>{answer}</p>
              </div>
            )}
            {isAuthor ? <AnswerForm ideaId={data.id} concernId={id} answer={answer ?? ''} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface AnswerFormProps {
  readonly ideaId: string;
  readonly concernId: string;
  readonly answer: string;
}

function AnswerForm({ ideaId, concernId, answer }: AnswerFormProps) {
  const t = useSupportWords();
  const toast = useToast();
  const [answerHarm] = useMutation(AnswerHarmDocument);
  const form = useForm({ draft: `answer-${concernId}`, initial: { answer } });
  return (
    <Form
      form={form}
      submit={t('concerns.submit')}
      onSubmit={async (values) =>
        (await answerHarm({ variables: { input: { ideaId, concernId, answer: values.answer } } })).data?.answerHarm
      }
      onDone={() => toast(t('concerns.done'))}
    >
      <TextArea name="answer" label={t('concerns.answer')} hint={t('concerns.answer.hint')} rows={3} />
    </Form>
  );
}
