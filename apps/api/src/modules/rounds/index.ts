export { ExtendFundingRound, type ExtendFundingRoundCommand } from './application/extend-funding-round.js';
export { fundingRoundView, trancheView } from './application/funding-round-view.js';
export { CLOSE_ROUND_JOB, OpenFundingRound, type OpenFundingRoundCommand } from './application/open-funding-round.js';
export { FundingRoundObject, TrancheObject } from './graphql/funding-round.object.js';
export { FundingRoundStore, type RoundEnd, type StoredRound } from './persistence/funding-round-store.js';
export { RoundsModule } from './rounds.module.js';
