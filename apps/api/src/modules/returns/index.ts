export { type BuiltOn, judgeLicence } from './application/judge-licence.js';
export { obligationView, returnView, TODAY } from './application/obligation-view.js';
export { RequestReturnChanges } from './application/request-return-changes.js';
export { SubmitReturn, type SubmitReturnCommand } from './application/submit-return.js';
export { VerifyReturn } from './application/verify-return.js';
export { WaiveObligation } from './application/waive-obligation.js';
export { ObligationObject, ReturnObject } from './graphql/return.object.js';
export { wordLicence, wordSharedContent } from './graphql/wording.js';
export { ReturnsModule } from './returns.module.js';
