import type {
  AnswerCoAuthorRefusal,
  AppealRefusal,
  DecideAppealRefusal,
  DecideMergeRefusal,
  InviteCoAuthorRefusal,
  MergePairFault,
  ObjectToMergeRefusal,
  ProposeMergeRefusal,
  UndoMergeRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import type { DecideMergeReason } from '../application/decide-merge.js';
import type { DeclineIdeaReason } from '../application/decline-idea.js';
import type { UndoMergeReason } from '../application/undo-merge.js';
import { stageInWords, wordChangeStage, wordTextFault } from './wording.js';

const OWN_MATTER: Worded = { message: 'This is your own matter, or your organisation’s. Another steward decides it.' };
const NOT_A_STEWARD: Worded = { message: 'Only the site team does this.' };

function wordPair(fault: MergePairFault): Worded {
  switch (fault.code) {
    case 'SAME_IDEA':
      return { message: 'That is the same idea.', path: ['input', 'intoId'] };
    case 'IDEA_NOT_MERGEABLE':
      return {
        message: 'This idea has gone too far, or has ended. Ideas go together while votes on both can still change.',
        current: stageInWords(fault.stage),
        path: fault.path,
      };
    case 'ROUND_OPEN':
      return { message: 'Money is being raised for it. That round closes first.' };
    default:
      return fault satisfies never;
  }
}

export function wordProposeMerge(reason: ProposeMergeRefusal): Worded {
  switch (reason.code) {
    case 'SAME_IDEA':
    case 'IDEA_NOT_MERGEABLE':
    case 'ROUND_OPEN':
      return wordPair(reason);
    case 'MERGE_ALREADY_OPEN':
      return { message: 'Somebody proposed already that this idea goes together with another.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordDecideMerge(reason: DecideMergeReason | DecideMergeRefusal): Worded {
  switch (reason.code) {
    case 'SAME_IDEA':
    case 'IDEA_NOT_MERGEABLE':
    case 'ROUND_OPEN':
      return wordPair(reason);
    case 'MERGE_NOT_OPEN':
      return { message: 'This was decided already.' };
    case 'NOT_YOURS_TO_DECIDE':
      return { message: 'The authors of the two ideas decide this, or the site team.' };
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'AGREED_ALREADY':
      return { message: 'You agreed already. It waits for the author of the other idea, or the site team.' };
    case 'STAGE_NOT_REACHABLE':
    case 'GATE_NOT_MET':
      return wordChangeStage(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordUndoMerge(reason: UndoMergeReason | UndoMergeRefusal): Worded {
  switch (reason.code) {
    case 'NOT_MERGED':
      return { message: 'These two are not one now.' };
    case 'NOT_YOURS_TO_DECIDE':
      return { message: 'The authors of the two ideas undo this, or the site team.' };
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'UNDO_THE_LATER_MERGE_FIRST':
      return { message: 'The idea it went up in has since gone up in another. Undo that one first.' };
    case 'VOTES_FINAL':
      return votesFinal(reason.stage);
    case 'STAGE_NOT_REACHABLE':
    case 'GATE_NOT_MET':
      return wordChangeStage(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordObjectToMerge(reason: ObjectToMergeRefusal): Worded {
  switch (reason.code) {
    case 'MERGE_NOT_OPEN':
      return { message: 'These two are not one, and nobody proposes it now.' };
    case 'NOT_A_SUPPORTER':
      return { message: 'People who voted on one of the two ideas can object. You can write a comment.' };
    case 'OBJECTED_ALREADY':
      return { message: 'You objected already.' };
    case 'NO_VOTE_TO_MOVE_BACK':
      return { message: 'You have no vote here that came from the other idea.', path: ['input', 'moveBack'] };
    case 'VOTES_FINAL':
      return votesFinal(reason.stage);
    default:
      return wordTextFault(reason);
  }
}

function votesFinal(stage: Parameters<typeof stageInWords>[0]): Worded {
  return { message: 'Votes can no longer change: money was promised on what they said.', current: stageInWords(stage) };
}

export function wordDeclineIdea(reason: DeclineIdeaReason): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return NOT_A_STEWARD;
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'IDEA_NOT_DECLINABLE':
      return { message: 'It can no longer be declined.', current: stageInWords(reason.stage) };
    case 'STAGE_NOT_REACHABLE':
    case 'GATE_NOT_MET':
      return wordChangeStage(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordAppeal(reason: AppealRefusal): Worded {
  switch (reason.code) {
    case 'NOT_CONCERNED':
      return { message: 'Only those whom a decision concerns can appeal against it.' };
    case 'APPEALED_ALREADY':
      return { message: 'There is an appeal against this decision already.' };
    case 'DECISION_NO_LONGER_STANDS':
      return { message: 'This decision no longer stands.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordDecideAppeal(reason: DecideAppealRefusal): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return NOT_A_STEWARD;
    case 'OWN_MATTER':
      return OWN_MATTER;
    case 'SAME_STEWARD':
      return { message: 'You made the decision that this is about. Another steward looks at it.' };
    case 'DECIDED_ALREADY':
      return { message: 'This was decided already.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordInviteCoAuthor(reason: InviteCoAuthorRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors ask others to write with them.' };
    case 'IDEA_NOT_REVISABLE':
      return { message: 'The text can no longer change.', current: stageInWords(reason.stage) };
    case 'CANNOT_BE_ASKED':
      return {
        message: 'You cannot turn to this person by name. Only those who share a project with them can.',
        path: reason.path,
      };
    case 'NOBODY_OF_THAT_NAME':
      return { message: 'Nobody here has this handle.', path: reason.path };
    case 'WRITES_IT_ALREADY':
      return { message: 'They write it already.', path: reason.path };
    case 'TOO_MANY_CO_AUTHORS':
      return { message: 'More people cannot write one idea.', needed: `at most ${reason.most}` };
    default:
      return reason satisfies never;
  }
}

export function wordAnswerCoAuthor(reason: AnswerCoAuthorRefusal): Worded {
  switch (reason.code) {
    case 'NOT_INVITED':
      return { message: 'Nobody asks you to write this idea now.' };
    case 'IDEA_NOT_REVISABLE':
      return { message: 'The text can no longer change.', current: stageInWords(reason.stage) };
    case 'TOO_MANY_CO_AUTHORS':
      return { message: 'More people cannot write one idea.', needed: `at most ${reason.most}` };
    default:
      return reason satisfies never;
  }
}
