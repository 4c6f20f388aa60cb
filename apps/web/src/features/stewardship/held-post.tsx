import { useMutation } from '@apollo/client/react';

import { graphql } from '../../gql/index.js';
import type { HeldPostDecision, StewardQueueQuery } from '../../gql/graphql.js';
import { RadioGroup, TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { RelativeTime } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import css from './stewardship.module.css';
import { useStewardshipWords } from './words.js';

const DecideHeldPostDocument = graphql(`
  mutation DecideHeldPost($input: DecideHeldPostInput!) {
    decideHeldPost(input: $input) {
      ... on DecideHeldPostPayload {
        postId
        blockProposed
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

type WaitingPost = NonNullable<StewardQueueQuery['stewardQueue']>['heldPosts'][number];
const DECISIONS = ['APPROVE', 'APPROVE_AND_TRUST', 'DECLINE', 'DECLINE_AND_BLOCK'] as const;

/** The first words of somebody new, and what happens to them. */
export function HeldPost({ post }: { readonly post: WaitingPost }) {
  const t = useStewardshipWords();
  const toast = useToast();
  const [decide] = useMutation(DecideHeldPostDocument, { refetchQueries: ['StewardQueue'] });
  const form = useForm({ initial: { decision: '', reason: '' } });
  const declines = form.values.decision.startsWith('DECLINE');
  return (
    <article className={css.item}>
      <p>{t.rich('queue.posts.by', { name: post.writer }, { time: <RelativeTime at={post.createdAt} /> })}</p>
      <blockquote className={css.quoted}>{post.texts.join('\n\n')}</blockquote>
      <Form
        form={form}
        label={t('queue.post.decision')}
        submit={t('queue.post.submit')}
        onSubmit={async ({ decision, reason }) =>
          (
            await decide({
              variables: { input: { postId: post.id, decision: decision as HeldPostDecision, reason } },
            })
          ).data?.decideHeldPost
        }
        onDone={() => toast(t('queue.post.done'))}
      >
        <RadioGroup
          name="decision"
          label={t('queue.post.decision')}
          options={DECISIONS.map((each) => ({ value: each, label: t(`queue.post.${each}`) }))}
        />
        {declines ? <TextArea name="reason" label={t('queue.post.reason')} rows={2} maxLength={2000} /> : null}
      </Form>
    </article>
  );
}
