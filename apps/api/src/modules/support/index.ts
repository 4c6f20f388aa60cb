export { AnswerHarm } from './application/answer-harm.js';
export { CastVote, type CastVoteCommand } from './application/cast-vote.js';
export { ConfirmVote } from './application/confirm-vote.js';
export { DeclareAdoptionInterest } from './application/declare-adoption-interest.js';
export { WithdrawAdoptionInterest } from './application/withdraw-adoption-interest.js';
export { WithdrawVote } from './application/withdraw-vote.js';
export { PerspectiveCountObject, PerspectiveEnum } from './graphql/support.object.js';
export { VoteStore } from './persistence/vote-store.js';
export { SupportModule } from './support.module.js';
