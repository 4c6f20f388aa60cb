import type {
  AnswerHarmRefusal,
  CastVoteRefusal,
  ChangeVoteRefusal,
  DeclareAdoptionRefusal,
  IdeaStage,
  WithdrawAdoptionRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from '../../ideas/index.js';

const count = new Intl.NumberFormat('en-GB');

function votesClosed(stage: IdeaStage): Worded {
  const message =
    stage === 'DELIVERY' || stage === 'COMMONS'
      ? 'Votes can no longer change: money was promised on what they said.'
      : stage === 'MERGED'
        ? 'This idea was merged into another one. Vote there.'
        : 'This idea has ended, so votes on it can no longer change.';
  return { message, current: stageInWords(stage) };
}

const notYours = (path: readonly string[]): Worded => ({
  message: 'You can only speak for an organisation you belong to now.',
  path,
});

export function wordCastVote(reason: CastVoteRefusal): Worded {
  switch (reason.code) {
    case 'OWN_IDEA':
      return { message: 'You wrote this idea. Ask others to say what they think.' };
    case 'ALREADY_VOTED':
      return { message: 'You have voted on this idea already. Take that vote back first to vote differently.' };
    case 'VOTES_CLOSED':
      return votesClosed(reason.stage);
    case 'EMAIL_NOT_VERIFIED':
      return {
        message:
          'Open the link we sent to your email address first. One vote a person is only fair if each is a person.',
      };
    case 'PERSPECTIVE_MISSING':
      return { message: 'Say as whom you are speaking.', path: reason.path };
    case 'ANSWER_NEEDS_LIVED_EXPERIENCE':
      return {
        message:
          'Only people whose life it is about, or who care for them, are asked whether it would not help or could make things worse. Others can write a comment.',
        path: reason.path,
      };
    case 'WHY_NOT_ASKED':
      return { message: 'Support needs no reason here. Write a comment instead.', path: reason.path };
    case 'NOT_YOUR_ORGANISATION':
      return notYours(reason.path);
    default:
      return wordTextFault(reason);
  }
}

export function wordChangeVote(reason: ChangeVoteRefusal): Worded {
  switch (reason.code) {
    case 'NO_VOTE':
      return { message: 'You have no vote on this idea.' };
    case 'VOTES_CLOSED':
      return votesClosed(reason.stage);
    default:
      return reason satisfies never;
  }
}

export function wordAnswerHarm(reason: AnswerHarmRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors of the idea answer what could go wrong.' };
    case 'NO_SUCH_CONCERN':
      return { message: 'This concern no longer stands: whoever said it took it back.', path: ['input', 'concernId'] };
    case 'IDEA_CLOSED':
      return { message: 'This idea has ended.', current: stageInWords(reason.stage) };
    default:
      return wordTextFault(reason);
  }
}

export function wordDeclareAdoption(reason: DeclareAdoptionRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return notYours(reason.path);
    case 'ADOPTION_INTEREST_CLOSED':
      return adoptionClosed(reason.stage);
    case 'PEOPLE_SERVED_OUT_OF_RANGE':
      return {
        message: 'Say how many people with this need your organisation serves in a year, as a whole number.',
        current: count.format(reason.given),
        needed: `1 to ${count.format(reason.most)}`,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}

export function wordWithdrawAdoption(reason: WithdrawAdoptionRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return notYours(reason.path);
    case 'NO_ADOPTION_INTEREST':
      return { message: 'This organisation has not said that it would try or use it.' };
    case 'ADOPTION_INTEREST_CLOSED':
      return adoptionClosed(reason.stage);
    default:
      return reason satisfies never;
  }
}

function adoptionClosed(stage: IdeaStage): Worded {
  return stage === 'COMMONS'
    ? { message: 'It is in the shared library now. Say there that you use it.', current: stageInWords(stage) }
    : { message: 'This idea has ended.', current: stageInWords(stage) };
}
