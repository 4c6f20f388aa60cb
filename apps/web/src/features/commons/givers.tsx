import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useViewer } from '../../lib/viewer.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Form } from '../../ui/form.js';
import { useForm } from '../../ui/form-state.js';
import { Row, Section } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useNamedHere } from './named-here.js';
import { useCommonsWords } from './words.js';

export const AskedToGive_entry = graphql(`
  fragment AskedToGive_entry on CommonsEntry {
    id
    alsoGivenBy {
      id
      slug
      name
    }
    askedToGive {
      id
      slug
      name
    }
  }
`);

const AskToGiveDocument = graphql(`
  mutation AskToGive($input: AskToGiveInput!) {
    askToGive(input: $input) {
      ... on AskToGivePayload {
        entry {
          id
          ...AskedToGive_entry
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

const AnswerGivingDocument = graphql(`
  mutation AnswerGiving($input: AnswerGivingInput!) {
    answerGiving(input: $input) {
      ... on AnswerGivingPayload {
        entry {
          id
          ...AskedToGive_entry
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

/** Who has been asked, for those who asked; the question itself for those who are asked, and a way out for those who said yes. */
export function AskedToGive({ entry }: { readonly entry: FragmentType<typeof AskedToGive_entry> }) {
  const t = useCommonsWords();
  const { memberships } = useViewer();
  const [answer] = useMutation(AnswerGivingDocument);
  const data = useFragmentData(AskedToGive_entry, entry);
  if (data === null) return null;
  const isYours = ({ id }: { readonly id: string }) => memberships.some(({ organisation }) => organisation.id === id);
  const say = async (organisationId: string, gives: boolean) =>
    (await answer({ variables: { input: { entryId: data.id, organisationId, gives } } })).data?.answerGiving;
  const others = data.askedToGive.filter((one) => !isYours(one));
  return (
    <>
      {data.askedToGive.filter(isYours).map(({ id, name }) => (
        <Notice key={id} tone="attention" title={t('givers.yours', { name })}>
          <Row>
            <ActionButton run={() => say(id, true)}>{t('givers.yes')}</ActionButton>
            <ActionButton look="plain" run={() => say(id, false)}>
              {t('givers.no')}
            </ActionButton>
          </Row>
        </Notice>
      ))}
      {others.length === 0 ? null : <p>{t('givers.asked', { names: others.map(({ name }) => name).join(', ') })}</p>}
      {data.alsoGivenBy.filter(isYours).map(({ id, name }) => (
        <div key={id}>
          <ActionButton look="plain" run={() => say(id, false)}>
            {t('givers.leave', { name })}
          </ActionButton>
        </div>
      ))}
    </>
  );
}

/** Asks another organisation to be named as giving it too. */
export function GiversForm({ entryId, onClose }: { readonly entryId: string; readonly onClose: () => void }) {
  const t = useCommonsWords();
  const [ask] = useMutation(AskToGiveDocument);
  const find = useNamedHere();
  const form = useForm({ draft: `givers-${entryId}`, initial: { organisationId: '' } });
  return (
    <Section heading={t('givers.open')} level={3}>
      <p>{t('givers.lead')}</p>
      <Form
        form={form}
        label={t('givers.open')}
        submit={t('givers.submit')}
        onSubmit={async ({ organisationId: typed }) => {
          const named = await find(typed, 'organisations', 'organisationId');
          if ('refusal' in named) return named.refusal;
          return (await ask({ variables: { input: { entryId, organisationId: named.id } } })).data?.askToGive;
        }}
        onDone={onClose}
        actions={
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <TextField name="organisationId" label={t('givers.which')} hint={t('named.hint')} />
      </Form>
    </Section>
  );
}
