import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { PledgesModule } from '../pledges/index.js';
import { RoundsModule } from '../rounds/index.js';
import { AnnounceForWaiver } from './application/announce-for-waiver.js';
import { BankLineFaultResolver, BankLineResolver } from './graphql/bank-line.resolver.js';
import { CallTranche } from './application/call-tranche.js';
import { ConfirmReceipt } from './application/confirm-receipt.js';
import { ImportBankLines } from './application/import-bank-lines.js';
import { MatchBankLine } from './application/match-bank-line.js';
import { MoneyData } from './application/money-data.js';
import { RecordPayment } from './application/record-payment.js';
import { ReleaseRemainder } from './application/release-remainder.js';
import { ReleaseUnpaidCall } from './application/release-unpaid-call.js';
import { ReversePayment } from './application/reverse-payment.js';
import { TrancheRecorder } from './application/tranche-recorder.js';
import {
  CallPartResolver,
  PaymentResolver,
  PledgeReleasesResolver,
  TrancheResolver,
  ViewerMoneyResolver,
} from './graphql/tranche.resolver.js';
import { BankLineStore } from './persistence/bank-line-store.js';
import { TrancheStore } from './persistence/tranche-store.js';

@Module({
  imports: [LedgerModule, MandatesModule, RoundsModule, PledgesModule],
  providers: [
    TrancheStore,
    BankLineStore,
    ImportBankLines,
    MatchBankLine,
    BankLineResolver,
    BankLineFaultResolver,
    MoneyData,
    TrancheRecorder,
    CallTranche,
    RecordPayment,
    ConfirmReceipt,
    ReversePayment,
    ReleaseRemainder,
    ReleaseUnpaidCall,
    AnnounceForWaiver,
    TrancheResolver,
    PaymentResolver,
    CallPartResolver,
    PledgeReleasesResolver,
    ViewerMoneyResolver,
  ],
  exports: [
    AnnounceForWaiver,
    CallTranche,
    RecordPayment,
    ConfirmReceipt,
    ReversePayment,
    ReleaseRemainder,
    ReleaseUnpaidCall,
  ],
})
export class TranchesModule {}
