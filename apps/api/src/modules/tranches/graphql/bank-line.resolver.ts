import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { accept, type BankLineReason, type Currency, isCurrency, Money, refuse } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
  said,
} from '../../../platform/graphql/index.js';
import { bankStatementView, statementRow } from '../application/bank-statement-view.js';
import { ImportBankLines } from '../application/import-bank-lines.js';
import { MatchBankLine } from '../application/match-bank-line.js';
import {
  BankLineFaultObject,
  BankLineObject,
  BankLineViewerCanObject,
  ImportBankLinesInput,
  ImportBankLinesResult,
  MatchBankLineInput,
  MatchBankLineResult,
} from './bank-line.object.js';
import { wordBankLineReason, wordLineFault } from './bank-line-words.js';

@Resolver(() => BankLineObject)
export class BankLineResolver {
  constructor(
    private readonly views: Views,
    private readonly importing: ImportBankLines,
    private readonly matching: MatchBankLine,
  ) {}

  @ResolveField(() => BankLineViewerCanObject)
  viewerCan(@Parent() line: Viewed) {
    const reasons = (line['viewerCan'] as StoredReason[]).map(readReason);
    const decision = reasons.length > 0 ? refuse(reasons) : accept(null);
    return { match: PermissionObject.from(decision, wordBankLineReason) };
  }

  @Mutation(() => ImportBankLinesResult, {
    description:
      'Looks a bank statement of your organisation through for payments that arrived and requests that were paid. Nothing of it is kept.',
  })
  async importBankLines(
    @Args('input') input: ImportBankLinesInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = idOf('organisation', input.organisationId, 'This organisation');
    const currency = currencyOf(input.currency);
    const decision = await this.importing.execute(viewer, { organisationId, currency, file: input.file });
    if (!decision.ok) return RefusalObject.from(decision, wordBankLineReason);
    return this.views.payloadFrom(
      info,
      viewer,
      'ImportBankLinesPayload',
      'statement',
      bankStatementView,
      statementRow(decision.value),
    );
  }

  @Mutation(() => MatchBankLineResult, {
    description: 'Says that a line of your bank statement is money that was expected. Only that line is kept.',
  })
  async matchBankLine(
    @Args('input') input: MatchBankLineInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { paymentId, callPartId, bookedOn, direction, reference, idempotencyKey } = input;
    if ((paymentId == null) === (callPartId == null))
      throw new BadUserInputError('Name a payment or a part of a payment request, not both.');
    const organisationId = idOf('organisation', input.organisationId, 'This organisation');
    const expected =
      paymentId == null
        ? ({ kind: 'PAYMENT', id: idOf('callpart', callPartId ?? '', 'That payment request') } as const)
        : ({ kind: 'RECEIPT', id: idOf('payment', paymentId, 'That payment') } as const);
    const line = { bookedOn, direction, reference, amount: input.amount, currency: currencyOf(input.currency) };
    const decision = await this.matching.execute(viewer, { organisationId, ...expected, ...line, idempotencyKey });
    if (!decision.ok) return RefusalObject.from(decision, wordBankLineReason);
    return this.views.payload(info, viewer, 'MatchBankLinePayload', 'payment', decision.value.paymentId);
  }
}

@Resolver(() => BankLineFaultObject)
export class BankLineFaultResolver {
  @ResolveField(() => String)
  message(@Parent() fault: Viewed) {
    return said(wordLineFault(fault['code'] as 'DAY_NOT_A_DATE'));
  }
}

type StoredReason =
  | { readonly code: 'AMOUNT_DIFFERS'; readonly amount: string; readonly needed: string; readonly currency: Currency }
  | { readonly code: 'REFERENCE_DIFFERS' | 'DIRECTION_DIFFERS' };

function readReason(reason: StoredReason): BankLineReason {
  if (reason.code !== 'AMOUNT_DIFFERS') return { code: reason.code };
  const money = (minor: string) => Money.of(BigInt(minor), reason.currency);
  return { code: reason.code, amount: money(reason.amount), needed: money(reason.needed) };
}

function currencyOf(code: string): Currency {
  if (!isCurrency(code)) throw new BadUserInputError(`${code} is not a currency that can be used here.`);
  return code;
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}
