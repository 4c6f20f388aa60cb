import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  Money,
  PLEDGE_CONDITIONS,
  RETURN_CONDITIONS,
  type AcceptedLicences,
  type Currency,
  type LicensedAs,
  type PledgeCondition,
  type PledgeConditionCode,
  type ReturnCondition,
  type ReturnConditionTerm,
} from '@openimpact/domain';

import { BigIntScalar, MoneyObject, said } from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import type { StoredCondition, StoredReturnCondition } from '../application/conditions.js';
import { readCondition, storeMoney } from '../application/conditions.js';
import { wordCondition } from './word-condition.js';

export const PledgeConditionEnum = enumOf(PLEDGE_CONDITIONS);
registerEnumType(PledgeConditionEnum, {
  name: 'PledgeConditionCode',
  description: 'What must be true of a round for a pledge to count. A closed list: there are no private conditions.',
});
export const ReturnConditionEnum = enumOf(RETURN_CONDITIONS);
registerEnumType(ReturnConditionEnum, {
  name: 'ReturnConditionCode',
  description: 'What a funder requires back. A closed list: there are no private conditions.',
});
export const LicensedAsEnum = enumOf(['software', 'data', 'content'] as const);
registerEnumType(LicensedAsEnum, {
  name: 'LicensedAs',
  description: 'Which list decides whether a licence is open for an output.',
});

@ObjectType('AcceptedLicences', { description: 'Licences that a funder accepts for one kind of output.' })
export class AcceptedLicencesObject {
  @Field(() => LicensedAsEnum, { description: 'For software, data or content.' }) licensedAs!: LicensedAs;
  @Field(() => Boolean, { description: 'Any licence that is open for this kind is accepted.' }) anyOpen!: boolean;
  @Field(() => [String], { description: 'Licence identifiers; empty when any open one is accepted.' })
  licences!: readonly string[];
}

@ObjectType('FundingCondition', { description: 'A condition of a funder, with its parameter and a plain sentence.' })
export class FundingConditionObject {
  @Field(() => String, { description: 'Its code from the closed list: MIN_FUNDERS.' }) code!: string;
  @Field(() => String, { description: 'What it means, in a sentence.' }) sentence!: string;
  @Field(() => MoneyObject, { nullable: true, description: 'The amount it speaks of.' }) total!: object | null;
  @Field(() => Int, { nullable: true, description: 'How many funders it speaks of.' }) funders!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many votes of support it speaks of.' }) votes!: number | null;
  @Field(() => Int, { nullable: true, description: 'Which share of the target it speaks of, in percent.' })
  percent!: number | null;
  @Field(() => Int, { nullable: true, description: 'Within how many days.' }) withinDays!: number | null;
  @Field(() => [AcceptedLicencesObject], { nullable: true, description: 'The licences it speaks of.' })
  accepted!: readonly AcceptedLicencesObject[] | null;
}

/** A condition as the API shows it. */
export function conditionObject(condition: PledgeCondition | ReturnConditionTerm): FundingConditionObject {
  return {
    code: condition.code,
    // Licences are asked for kind by kind, a sentence each.
    sentence: wordCondition(condition)
      .split(/(?<=\.) (?=Any )/)
      .map(said)
      .join(' '),
    total: condition.code === 'MIN_ROUND_TOTAL' ? storeMoney(condition.total) : null,
    funders: condition.code === 'MIN_FUNDERS' ? condition.funders : null,
    votes: condition.code === 'MIN_VOTES' ? condition.votes : null,
    percent: condition.code === 'MAX_SHARE_OF_TARGET' ? condition.percent : null,
    withinDays: condition.code === 'OUTPUTS_DUE' ? condition.withinDays : null,
    accepted:
      condition.code === 'ACCEPTED_LICENCES'
        ? condition.accepted.map(({ licensedAs, licences }) => ({
            licensedAs,
            anyOpen: licences === 'ANY_OPEN',
            licences: licences === 'ANY_OPEN' ? [] : licences,
          }))
        : null,
  };
}

export function storedConditionObject(stored: StoredCondition | StoredReturnCondition): FundingConditionObject {
  return conditionObject(stored.code === 'OUTPUTS_DUE' ? stored : readCondition(stored));
}

@InputType({ description: 'Licences you accept for one kind of output.' })
export class AcceptedLicencesInput {
  @Field(() => LicensedAsEnum, { description: 'For software, data or content.' }) licensedAs!: LicensedAs;
  @Field(() => [String], {
    nullable: true,
    description: 'Licence identifiers such as MIT or CC-BY-4.0. Left out: any licence that is open for this kind.',
  })
  licences?: string[] | null;
}

@InputType({ description: 'Something you require back, from the closed list.' })
export class ReturnConditionInput {
  @Field(() => ReturnConditionEnum, { description: 'Which.' }) code!: ReturnCondition;
  @Field(() => [AcceptedLicencesInput], {
    nullable: true,
    description: 'For ACCEPTED_LICENCES; left out: any open licence for every kind of output.',
  })
  accepted?: AcceptedLicencesInput[] | null;
  @Field(() => Int, { nullable: true, description: 'For OUTPUTS_DUE: within how many days, 1 to 3650.' })
  withinDays?: number | null;
}

@InputType({ description: 'Something that must be true of the round for the pledge to count, from the closed list.' })
export class PledgeConditionInput {
  @Field(() => PledgeConditionEnum, { description: 'Which.' }) code!: PledgeConditionCode;
  @Field(() => BigIntScalar, { nullable: true, description: 'For MIN_ROUND_TOTAL: minor units.' })
  total?: bigint | null;
  @Field(() => Int, { nullable: true, description: 'For MIN_FUNDERS: 2 to 100.' }) funders?: number | null;
  @Field(() => Int, { nullable: true, description: 'For MIN_VOTES: 1 to 1000000.' }) votes?: number | null;
  @Field(() => Int, { nullable: true, description: 'For MAX_SHARE_OF_TARGET: 1 to 100.' }) percent?: number | null;
  @Field(() => [AcceptedLicencesInput], {
    nullable: true,
    description: 'For ACCEPTED_LICENCES; left out: any open licence for every kind of output.',
  })
  accepted?: AcceptedLicencesInput[] | null;
}

/** What was left out becomes a number that no rule accepts, so that the rule says what is missing. */
const MISSING = Number.NaN;

export function returnConditionFrom(input: ReturnConditionInput): ReturnConditionTerm {
  switch (input.code) {
    case 'ACCEPTED_LICENCES':
      return { code: input.code, accepted: acceptedFrom(input.accepted) };
    case 'OUTPUTS_DUE':
      return { code: input.code, withinDays: input.withinDays ?? MISSING };
    default:
      return { code: input.code };
  }
}

export function pledgeConditionFrom(input: PledgeConditionInput, currency: Currency): PledgeCondition {
  switch (input.code) {
    case 'MIN_ROUND_TOTAL':
      return { code: input.code, total: Money.of(input.total ?? 0n, currency) };
    case 'MIN_FUNDERS':
      return { code: input.code, funders: input.funders ?? MISSING };
    case 'MIN_VOTES':
      return { code: input.code, votes: input.votes ?? MISSING };
    case 'MAX_SHARE_OF_TARGET':
      return { code: input.code, percent: input.percent ?? MISSING };
    case 'ACCEPTED_LICENCES':
      return { code: input.code, accepted: acceptedFrom(input.accepted) };
    default:
      return { code: input.code };
  }
}

const EVERY_KIND = ['software', 'data', 'content'] as const;

function acceptedFrom(inputs: AcceptedLicencesInput[] | null | undefined): readonly AcceptedLicences[] {
  if (!inputs) return EVERY_KIND.map((licensedAs) => ({ licensedAs, licences: 'ANY_OPEN' }));
  return inputs.map(({ licensedAs, licences }) => ({ licensedAs, licences: licences ?? 'ANY_OPEN' }));
}
