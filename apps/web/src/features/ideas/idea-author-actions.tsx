import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Row } from '../../ui/layout.js';
import { useToast } from '../../ui/toast.js';
import { useIdeaWords } from './words.js';

export const IdeaAuthorActions_idea = graphql(`
  fragment IdeaAuthorActions_idea on Idea {
    id
    slug
    viewerCan {
      revise {
        allowed
      }
      withdraw {
        allowed
      }
      inviteCoAuthor {
        allowed
      }
    }
  }
`);

const InviteCoAuthorDocument = graphql(`
  mutation InviteCoAuthor($input: InviteCoAuthorInput!) {
    inviteCoAuthor(input: $input) {
      ... on InviteCoAuthorPayload {
        idea {
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

const WithdrawIdeaDocument = graphql(`
  mutation WithdrawIdea($input: WithdrawIdeaInput!) {
    withdrawIdea(input: $input) {
      ... on WithdrawIdeaPayload {
        idea {
          id
          stage
          ...IdeaHistory_idea
          ...IdeaAuthorActions_idea
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

/** What only the authors may do; nothing for everybody else. */
export function IdeaAuthorActions({ idea }: { readonly idea: FragmentType<typeof IdeaAuthorActions_idea> }) {
  const t = useIdeaWords();
  const toast = useToast();
  const data = useFragmentData(IdeaAuthorActions_idea, idea);
  const [withdraw] = useMutation(WithdrawIdeaDocument);
  if (data === null || !(data.viewerCan.revise.allowed || data.viewerCan.withdraw.allowed)) return null;
  return (
    <Row>
      {data.viewerCan.revise.allowed ? (
        <LinkButton small to={`/ideas/${data.slug}/revise`}>
          {t('page.revise')}
        </LinkButton>
      ) : null}
      {data.viewerCan.withdraw.allowed ? (
        <ActionButton
          look="plain"
          small
          run={async () => (await withdraw({ variables: { input: { ideaId: data.id } } })).data?.withdrawIdea}
          onDone={() => toast(t('page.withdraw.done'))}
          confirm={{
            title: t('page.withdraw.title'),
            text: t('page.withdraw.text'),
            submit: t('page.withdraw.submit'),
          }}
        >
          {t('page.withdraw')}
        </ActionButton>
      ) : null}
      {data.viewerCan.inviteCoAuthor.allowed ? <InviteCoAuthor ideaId={data.id} /> : null}
    </Row>
  );
}

function InviteCoAuthor({ ideaId }: { readonly ideaId: string }) {
  const t = useIdeaWords();
  const toast = useToast();
  const [invite] = useMutation(InviteCoAuthorDocument);
  const form = useForm({ initial: { handle: '' } });
  return (
    <details>
      <summary>{t('coAuthor.invite')}</summary>
      <Form
        form={form}
        submit={t('coAuthor.submit')}
        label={t('coAuthor.invite')}
        onSubmit={async ({ handle }) =>
          (await invite({ variables: { input: { ideaId, handle } } })).data?.inviteCoAuthor
        }
        onDone={() => {
          form.reset();
          toast(t('coAuthor.done'));
        }}
      >
        <TextField name="handle" label={t('coAuthor.handle')} hint={t('coAuthor.handle.hint')} width="short" />
      </Form>
    </details>
  );
}
