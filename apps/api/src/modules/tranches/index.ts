export { AnnounceForWaiver } from './application/announce-for-waiver.js';
export { CallTranche } from './application/call-tranche.js';
export { ConfirmReceipt } from './application/confirm-receipt.js';
export { RecordPayment } from './application/record-payment.js';
export { ReleaseRemainder } from './application/release-remainder.js';
export { ReleaseUnpaidCall } from './application/release-unpaid-call.js';
export { ReversePayment } from './application/reverse-payment.js';
export { TranchesModule } from './tranches.module.js';
