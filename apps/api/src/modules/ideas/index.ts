export { AnswerWhoWouldLead } from './application/answer-who-would-lead.js';
export { AskWhoWouldLead } from './application/ask-who-would-lead.js';
export { type AppealableDecision, type AppealKind, Appeals } from './application/appeals.js';
export { DecideMerge } from './application/decide-merge.js';
export { DeclineIdea } from './application/decline-idea.js';
export { filterIdeas, IDEA_ORDERS, type IdeaOrder, orderIdeas } from './application/find-ideas.js';
export { IdeaWords } from './application/idea-words.js';
export { type GateEvidence, gateEvidence, gateFactsOf, gateOf, Gates } from './application/gates.js';
export {
  ideaPermissionFields,
  ideaView,
  inThePipeline,
  oneIdea,
  standing,
  visibleIdea,
} from './application/idea-view.js';
export { LogIdea, type LogIdeaCommand } from './application/log-idea.js';
export { MergePairs } from './application/merge-pair.js';
export { appealView, ofIdeasTogether } from './application/merge-view.js';
export { ProposeMerge } from './application/propose-merge.js';
export { ReviseIdea } from './application/revise-idea.js';
export { type Move, Stages } from './application/stages.js';
export { WithdrawIdea } from './application/withdraw-idea.js';
export { ideaIdOf } from './graphql/idea.resolver.js';
export {
  IdeaConnection,
  IdeaObject,
  IdeaViewerCanObject,
  PersonalDataKindEnum,
  PerspectiveEnum,
  StageEnum,
  ThemeEnum,
} from './graphql/idea.object.js';
export { AppealObject } from './graphql/decision.object.js';
export { wordObjectToMerge } from './graphql/decision-wording.js';
export { ObjectToMergeInput, ObjectToMergeResult } from './graphql/merge.object.js';
export { permitted, type Standing } from './graphql/idea-viewer-can.resolver.js';
export {
  HIDDEN_WHILE_LOOKED_AT,
  personalDataInWords,
  stageInWords,
  wordContentFault,
  wordTextFault,
} from './graphql/wording.js';
export { IdeasModule } from './ideas.module.js';
export { IdeaRow } from './persistence/idea.row.js';
export { MergeStore } from './persistence/merge-store.js';
export { hidden, isHidden } from './persistence/hidden.js';
export { stewardFactsOf } from './persistence/steward-facts.js';
export { coAuthorsOf, IdeaStore } from './persistence/idea-store.js';
