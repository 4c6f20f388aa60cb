import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { StewardQueueQuery } from '../../gql/graphql.js';
import { Link } from '../../lib/router.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const DecideAppealDocument = graphql(`
  mutation DecideAppeal($input: DecideAppealInput!) {
    decideAppeal(input: $input) {
      ... on DecideAppealPayload {
        appeal {
          id
          outcome
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

type WaitingAppeal = StewardQueueQuery['openAppeals']['nodes'][number];
const KINDS = ['CONTENT_REMOVED', 'VOTES_SET_ASIDE', 'PERSON_BLOCKED', 'IDEA_DECLINED'] as const;

/** Somebody asks that a second person looks at a decision again. */
export function Appeal({ appeal }: { readonly appeal: WaitingAppeal }) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [decide] = useMutation(DecideAppealDocument, { refetchQueries: ['StewardQueue'] });
  const form = useForm({ draft: `decide-${appeal.id}`, initial: { outcome: '', reason: '' } });
  const { id: appealId, kind, reason, removedText, removedBecause, madeAt, idea } = appeal;
  const known = KINDS.find((each) => each === kind);
  return (
    <article className={css.item}>
      <h3>{known === undefined ? kind : t(`appealed.${known}`)}</h3>
      <p className={css.due}>
        <RelativeTime at={madeAt} />
      </p>
      {idea == null ? null : (
        <p>
          <Link to={`/ideas/${idea.slug}`}>{idea.title}</Link>
        </p>
      )}
      {removedText == null ? null : (
        <>
          <h4>{t('appealed.removed')}</h4>
          <blockquote className={css.quoted}>{removedText}</blockquote>
        </>
      )}
      {removedBecause == null || removedBecause === '' ? null : (
        <p>{t('appealed.because', { because: removedBecause })}</p>
      )}
      <h4>{t('appealed.asks')}</h4>
      <blockquote className={css.quoted}>{reason}</blockquote>
      <Form
        form={form}
        label={t('appealed.decide')}
        submit={t('appealed.submit')}
        onSubmit={async (values) =>
          (
            await decide({
              variables: { input: { appealId, overturn: values.outcome === 'OVERTURNED', reason: values.reason } },
            })
          ).data?.decideAppeal
        }
        onDone={() => toast(t('appealed.done'))}
      >
        <RadioGroup
          name="outcome"
          label={t('appealed.decide')}
          options={(['UPHELD', 'OVERTURNED'] as const).map((value) => ({ value, label: t(`appealed.${value}`) }))}
        />
        <TextArea name="reason" label={t('appealed.why')} hint={t('appealed.why.hint')} rows={2} maxLength={2000} />
      </Form>
    </article>
  );
}
