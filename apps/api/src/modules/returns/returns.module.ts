import { Module } from '@nestjs/common';

import { AgreementsModule } from '../agreements/index.js';
import { IdeasModule } from '../ideas/index.js';
import { PledgesModule } from '../pledges/index.js';
import { TranchesModule } from '../tranches/index.js';
import { UploadsModule } from '../uploads/index.js';
import { DischargePromises } from './application/discharge-promises.js';
import { LookAtAddress } from './application/look-at-address.js';
import { PromiseOutputs } from './application/promise-outputs.js';
import { ReopenPromise } from './application/reopen-promise.js';
import { RequestReturnChanges } from './application/request-return-changes.js';
import { ReturnFacts } from './application/return-facts.js';
import { RunTimers } from './application/run-timers.js';
import { SettleWaiver } from './application/settle-waiver.js';
import { SubmitReturn } from './application/submit-return.js';
import { VerifyReturn } from './application/verify-return.js';
import { WaiveObligation } from './application/waive-obligation.js';
import {
  ReturnResolver,
  ReturnWordsResolver,
  VentureReturnsResolver,
  ViewerReturnsResolver,
} from './graphql/return.resolver.js';
import { ObligationStore } from './persistence/obligation-store.js';
import { ReturnStore } from './persistence/return-store.js';
import { AmendmentResolver } from './graphql/amendment.resolver.js';
import { AmendAgreement } from './application/amend-agreement.js';
import { AmendmentStore } from './persistence/amendment-store.js';
import { WaiverStore } from './persistence/waiver-store.js';

@Module({
  imports: [AgreementsModule, IdeasModule, PledgesModule, TranchesModule, UploadsModule],
  providers: [
    ObligationStore,
    ReturnStore,
    WaiverStore,
    PromiseOutputs,
    DischargePromises,
    ReopenPromise,
    SettleWaiver,
    RunTimers,
    LookAtAddress,
    ReturnFacts,
    SubmitReturn,
    VerifyReturn,
    RequestReturnChanges,
    WaiveObligation,
    AmendmentStore,
    AmendAgreement,
    AmendmentResolver,
    ReturnResolver,
    ReturnWordsResolver,
    VentureReturnsResolver,
    ViewerReturnsResolver,
  ],
  exports: [
    LookAtAddress,
    ReopenPromise,
    RunTimers,
    SubmitReturn,
    VerifyReturn,
    RequestReturnChanges,
    WaiveObligation,
    AmendAgreement,
  ],
})
export class ReturnsModule {}
