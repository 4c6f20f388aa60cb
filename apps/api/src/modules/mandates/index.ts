export { mayActFor, MONEY_ROLES, type ActingReason } from './application/acting.js';
export { CloseMandate } from './application/close-mandate.js';
export { moneyOf, readCondition, storeCondition, storeMoney, type StoredCondition } from './application/conditions.js';
export { ExpressInterest, type ExpressInterestCommand } from './application/express-interest.js';
export { isMember, mandateView } from './application/mandate-view.js';
export { FittingMandates } from './application/fitting-mandates.js';
export { PublishMandate, type PublishMandateCommand } from './application/publish-mandate.js';
export { ReviseMandate } from './application/revise-mandate.js';
export {
  conditionObject,
  FundingConditionObject,
  LicensedAsEnum,
  PledgeConditionInput,
  pledgeConditionFrom,
  storedConditionObject,
} from './graphql/condition.object.js';
export { MandateObject, RoundPurposeEnum } from './graphql/mandate.object.js';
export { wordActingReason, wordConditionReason } from './graphql/words.js';
export { wordCondition } from './graphql/word-condition.js';
export { wordMoney } from './graphql/word-money.js';
export { MandatesModule } from './mandates.module.js';
export { MandateStore } from './persistence/mandate-store.js';
