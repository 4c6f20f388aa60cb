import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { ActionButton } from '../../ui/action-button.js';
import { Row, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useToast } from '../../ui/toast.js';
import { Reasoned } from './idea-merges.js';
import { useIdeaWords } from './words.js';

export const IdeaDecision_idea = graphql(`
  fragment IdeaDecision_idea on Idea {
    id
    stage
    decline {
      id
      reason
      appeal {
        id
        outcome
        decisionReason
      }
    }
    viewerInvitation {
      invitedBy {
        id
        name
      }
    }
    viewerCan {
      decline {
        allowed
      }
      appeal {
        allowed
      }
    }
  }
`);

const DeclineIdeaDocument = graphql(`
  mutation DeclineIdea($input: DeclineIdeaInput!) {
    declineIdea(input: $input) {
      ... on DeclineIdeaPayload {
        idea {
          id
          stage
          ...IdeaDecision_idea
          ...IdeaHistory_idea
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

const AppealDecisionDocument = graphql(`
  mutation AppealDecision($input: AppealDecisionInput!) {
    appealDecision(input: $input) {
      ... on AppealDecisionPayload {
        appeal {
          id
          idea {
            id
            ...IdeaDecision_idea
          }
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

const AnswerCoAuthorInvitationDocument = graphql(`
  mutation AnswerCoAuthorInvitation($input: AnswerCoAuthorInvitationInput!) {
    answerCoAuthorInvitation(input: $input) {
      ... on AnswerCoAuthorInvitationPayload {
        idea {
          id
          ...IdeaDecision_idea
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

/** What was decided about the idea, what the viewer is asked, and what a steward may decide. Nothing for everybody else. */
export function IdeaDecision({ idea }: { readonly idea: FragmentType<typeof IdeaDecision_idea> }) {
  const t = useIdeaWords();
  const toast = useToast();
  const data = useFragmentData(IdeaDecision_idea, idea);
  const [answer] = useMutation(AnswerCoAuthorInvitationDocument, { refetchQueries: ['Idea'] });
  const [decline] = useMutation(DeclineIdeaDocument);
  const [appeal] = useMutation(AppealDecisionDocument);
  if (data === null) return null;
  const { decline: declined, viewerInvitation: invitation, viewerCan } = data;
  const answers = (accept: boolean) => async () =>
    (await answer({ variables: { input: { ideaId: data.id, accept } } })).data?.answerCoAuthorInvitation;
  return (
    <Stack gap={4}>
      {declined == null ? null : (
        <Notice title={t('declined.title')}>
          <p>{t('page.ended.why', { reason: declined.reason })}</p>
          {declined.appeal == null ? null : (
            <p>
              {declined.appeal.outcome == null
                ? t('declined.appealed')
                : t('declined.upheld', { reason: declined.appeal.decisionReason })}
            </p>
          )}
          {viewerCan.appeal.allowed ? (
            <Reasoned
              summary={t('declined.appeal')}
              submit={t('declined.appeal.submit')}
              draft={`appeal-${declined.id}`}
              send={async (reason) =>
                (await appeal({ variables: { input: { decisionId: declined.id, reason } } })).data?.appealDecision
              }
            />
          ) : null}
        </Notice>
      )}
      {invitation == null ? null : (
        <Notice title={t('invited.title', { name: invitation.invitedBy?.name ?? t('merge.somebody') })}>
          <p>{t('invited.text')}</p>
          <Row>
            <ActionButton small look="primary" run={answers(true)} onDone={() => toast(t('invited.yes.done'))}>
              {t('invited.yes')}
            </ActionButton>
            <ActionButton small look="plain" run={answers(false)}>
              {t('invited.no')}
            </ActionButton>
          </Row>
        </Notice>
      )}
      {viewerCan.decline.allowed ? (
        <Reasoned
          summary={t('decline')}
          submit={t('decline.submit')}
          draft={`decline-${data.id}`}
          send={async (reason) =>
            (await decline({ variables: { input: { ideaId: data.id, reason } } })).data?.declineIdea
          }
        />
      ) : null}
    </Stack>
  );
}
