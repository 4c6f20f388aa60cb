import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import type { OpennessFact } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useOrganisationWords } from './words.js';

export const OpennessRecord_organisation = graphql(`
  fragment OpennessRecord_organisation on Organisation {
    id
    slug
    name
    opennessRecord {
      fact
      value
      reply
      repliedAt
    }
  }
`);

const ReplyToFactDocument = graphql(`
  mutation ReplyToFact($input: ReplyToFactInput!) {
    replyToFact(input: $input) {
      ... on ReplyToFactPayload {
        organisation {
          id
          ...OpennessRecord_organisation
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

/** What an organisation shared, owes and is owed: the same facts for everybody, each with room for its own words. */
export function OpennessRecord({
  organisation,
}: {
  readonly organisation: FragmentType<typeof OpennessRecord_organisation>;
}) {
  const t = useOrganisationWords();
  const { memberships } = useViewer();
  const [replying, setReplying] = useState<OpennessFact | null>(null);
  const data = useFragmentData(OpennessRecord_organisation, organisation);
  if (data === null) return null;
  const mayReply = memberships.some(({ organisation: { id }, roles }) => id === data.id && roles.includes('ADMIN'));
  // Nothing to say is not said: a list of noughts tells nobody anything.
  const told = data.opennessRecord.filter(
    ({ fact, value, reply }) => fact === 'SHARED' || reply != null || (value ?? 0) > 0,
  );
  return (
    <Stack gap={4}>
      <p>{t('openness.lead')}</p>
      <ul>
        {told.map(({ fact, value, reply, repliedAt }) => (
          <li key={fact}>
            {fact === 'SHARED' ? (
              <Link to={`/commons?organisation=${data.slug}`}>{t(`openness.${fact}`, { value: value ?? 0 })}</Link>
            ) : (
              t(`openness.${fact}`, { value: value ?? 0 })
            )}
            {reply == null || repliedAt == null ? null : (
              <p>{t.rich('openness.reply', { name: data.name, reply }, { day: <Day on={repliedAt} /> })}</p>
            )}
            {mayReply && replying !== fact ? (
              <>
                {' '}
                <Button look="plain" small onClick={() => setReplying(fact)}>
                  {t('openness.answer')}
                </Button>
              </>
            ) : null}
            {replying === fact ? (
              <ReplyForm organisationId={data.id} fact={fact} before={reply ?? ''} onClose={() => setReplying(null)} />
            ) : null}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

interface ReplyFormProps {
  readonly organisationId: string;
  readonly fact: OpennessFact;
  readonly before: string;
  readonly onClose: () => void;
}

function ReplyForm({ organisationId, fact, before, onClose }: ReplyFormProps) {
  const t = useOrganisationWords();
  const [send] = useMutation(ReplyToFactDocument);
  const form = useForm({ draft: `reply-${organisationId}-${fact}`, initial: { reply: before } });
  return (
    <Form
      form={form}
      label={t('openness.answer')}
      submit={t('openness.submit')}
      onSubmit={async ({ reply }) =>
        (await send({ variables: { input: { organisationId, fact, reply } } })).data?.replyToFact
      }
      onDone={onClose}
    >
      <TextArea name="reply" label={t('openness.words')} rows={3} maxLength={500} />
    </Form>
  );
}
