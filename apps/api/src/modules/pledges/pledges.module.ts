import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { RoundsModule } from '../rounds/index.js';
import { ApprovePledge } from './application/approve-pledge.js';
import { ChangePledge } from './application/change-pledge.js';
import { CloseDueRounds } from './application/close-due-rounds.js';
import { CloseFundingRound } from './application/close-funding-round.js';
import { DeclinePledge } from './application/decline-pledge.js';
import { PlacePledge } from './application/place-pledge.js';
import { PledgeLocks } from './application/pledge-locks.js';
import { PledgePolicy } from './application/pledge-policy.js';
import { PledgeRecorder } from './application/pledge-recorder.js';
import { PreviewPledge } from './application/preview-pledge.js';
import { Surroundings } from './application/surroundings.js';
import { WithdrawPledge } from './application/withdraw-pledge.js';
import { OrganisationPledgesResolver, PledgeResolver } from './graphql/pledge.resolver.js';
import { RoundStandingResolver } from './graphql/round-standing.resolver.js';
import { PledgeStore } from './persistence/pledge-store.js';

@Module({
  imports: [IdeasModule, MandatesModule, LedgerModule, RoundsModule],
  providers: [
    PledgeStore,
    PledgePolicy,
    PledgeLocks,
    PledgeRecorder,
    Surroundings,
    PlacePledge,
    ChangePledge,
    ApprovePledge,
    DeclinePledge,
    WithdrawPledge,
    PreviewPledge,
    CloseFundingRound,
    CloseDueRounds,
    PledgeResolver,
    OrganisationPledgesResolver,
    RoundStandingResolver,
  ],
  exports: [
    PledgeStore,
    PledgePolicy,
    PledgeLocks,
    PlacePledge,
    ChangePledge,
    ApprovePledge,
    DeclinePledge,
    WithdrawPledge,
    CloseFundingRound,
    CloseDueRounds,
  ],
})
export class PledgesModule {}
