import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { RoundsModule } from '../rounds/index.js';
import { ApprovePledge } from './application/approve-pledge.js';
import { AutomaticRules } from './application/automatic-rules.js';
import { ChangePledge } from './application/change-pledge.js';
import { CloseDueRounds } from './application/close-due-rounds.js';
import { CloseFundingRound } from './application/close-funding-round.js';
import { DeclinePledge } from './application/decline-pledge.js';
import { LapsePledges } from './application/lapse-pledges.js';
import { PlaceAutomaticPledges } from './application/place-automatic-pledges.js';
import { PlacePledge } from './application/place-pledge.js';
import { PledgeLocks } from './application/pledge-locks.js';
import { PledgePolicy } from './application/pledge-policy.js';
import { PledgeRecorder } from './application/pledge-recorder.js';
import { PreviewPledge } from './application/preview-pledge.js';
import { ReconfirmPledge } from './application/reconfirm-pledge.js';
import { SetMatching } from './application/set-matching.js';
import { Surroundings } from './application/surroundings.js';
import { WithdrawPledge } from './application/withdraw-pledge.js';
import { MatchingResolver } from './graphql/matching.resolver.js';
import { OrganisationPledgesResolver, PledgeResolver } from './graphql/pledge.resolver.js';
import { RoundStandingResolver } from './graphql/round-standing.resolver.js';
import { PledgeStore } from './persistence/pledge-store.js';

@Module({
  imports: [IdeasModule, OrganisationsModule, MandatesModule, LedgerModule, RoundsModule],
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
    SetMatching,
    ReconfirmPledge,
    LapsePledges,
    AutomaticRules,
    PlaceAutomaticPledges,
    CloseFundingRound,
    CloseDueRounds,
    PledgeResolver,
    MatchingResolver,
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
