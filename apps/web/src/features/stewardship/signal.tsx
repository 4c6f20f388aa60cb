import { useMutation } from '@apollo/client/react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { StewardQueueQuery } from '../../gql/graphql.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const SetVotesAsideDocument = graphql(`
  mutation SetVotesAside($input: SetVotesAsideInput!) {
    setVotesAside(input: $input) {
      ... on SetVotesAsidePayload {
        signalId
        votes
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

type VoteSignal = NonNullable<StewardQueueQuery['stewardQueue']>['signals'][number];

/** A burst of votes, with what it rests on; a person says what it was. */
export function Signal({ signal }: { readonly signal: VoteSignal }) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [decide] = useMutation(SetVotesAsideDocument, { refetchQueries: ['StewardQueue'] });
  const form = useForm({ initial: { seen: '', reason: '' } });
  const { id: signalId, votes, newAccounts, usual, slug, title, beganAt } = signal;
  return (
    <article className={css.item}>
      <h3>
        <Link to={`/ideas/${slug}`}>{title}</Link>
      </h3>
      <p>
        <RelativeTime at={beganAt} />
      </p>
      <p>{t('queue.signals.text', { votes, newAccounts, usual })}</p>
      <Form
        form={form}
        label={t('queue.signal.decision')}
        submit={t('queue.signal.submit')}
        onSubmit={async ({ seen, reason }) =>
          (await decide({ variables: { input: { signalId, aside: seen === 'ASIDE', reason } } })).data?.setVotesAside
        }
        onDone={() => toast(t('queue.signal.done'))}
      >
        <RadioGroup
          name="seen"
          label={t('queue.signal.decision')}
          options={[
            { value: 'FINE', label: t('queue.signal.fine') },
            { value: 'ASIDE', label: t('queue.signal.aside') },
          ]}
        />
        <TextArea name="reason" label={t('queue.signal.reason')} rows={2} maxLength={2000} />
      </Form>
    </article>
  );
}
