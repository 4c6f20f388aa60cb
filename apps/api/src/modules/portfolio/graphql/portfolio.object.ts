import { Field, Int, ObjectType } from '@nestjs/graphql';

import { connectionOf, DateScalar, MoneyObject } from '../../../platform/graphql/index.js';
import { MandateObject } from '../../mandates/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PledgeObject } from '../../pledges/index.js';
import { ObligationObject } from '../../returns/index.js';
import { CallPartObject } from '../../tranches/index.js';

@ObjectType({ isAbstract: true })
abstract class MoneyInPlaces {
  @Field(() => MoneyObject, { description: 'What the open offers set aside.' }) budget!: MoneyObject;
  @Field(() => MoneyObject, { description: 'What can still be pledged.' }) available!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Promised to rounds that are open. It binds nobody before they close.' })
  pledged!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Agreed, and not asked for yet.' }) committed!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Asked for, and not paid yet.' }) called!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Paid.' }) paid!: MoneyObject;
}

@ObjectType('PortfolioTotals', {
  description: 'Where all the money of one currency is. Budget is available, pledged, committed, called and paid.',
})
export class PortfolioTotalsObject extends MoneyInPlaces {}

@ObjectType('PortfolioOffer', { description: 'Where the money of one open offer is.' })
export class PortfolioOfferObject extends MoneyInPlaces {
  @Field(() => MandateObject, { description: 'The open offer.' }) mandate!: object;
}

@ObjectType('PortfolioPromises', { description: 'What comes back for the money, in promises.' })
export class PortfolioPromisesObject {
  @Field(() => Int, { description: 'Agreed to be shared back.' }) promised!: number;
  @Field(() => Int, { description: 'Shared back, and checked.' }) returned!: number;
  @Field(() => Int, { description: 'Late, with nothing handed in.' }) overdue!: number;
}

@ObjectType('PledgePromises', { description: 'What comes back for a pledge’s round, in promises.' })
export class PledgePromisesObject {
  @Field(() => Int, { description: 'Agreed to be shared back.' }) promised!: number;
  @Field(() => Int, { description: 'Shared back, and checked.' }) returned!: number;
}

@ObjectType({ isAbstract: true })
abstract class MoneyOfTheYear {
  @Field(() => MoneyObject, { description: 'Agreed before the year and unpaid when it began.' }) atStart!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Agreed in the year.' }) agreed!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Paid in the year, less what came back.' }) paid!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Let go in the year without being paid.' }) released!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Asked for and unpaid at its end: owed, to accrue.' }) owed!: MoneyObject;
  @Field(() => MoneyObject, {
    description: 'Agreed and not asked for at its end: conditional on what is shared back, to disclose.',
  })
  conditional!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Pledged to rounds still open at its end: binds nobody yet.' })
  pledged!: MoneyObject;
}

@ObjectType('YearEndTotals', {
  description: 'A year of one currency: start + agreed - paid - released = owed + conditional.',
})
export class YearEndTotalsObject extends MoneyOfTheYear {}

@ObjectType('YearEndLine', {
  description: 'A year of one pledge: start + agreed - paid - released = owed + conditional.',
})
export class YearEndLineObject extends MoneyOfTheYear {
  @Field(() => PledgeObject, { description: 'The pledge, as it is now.' }) pledge!: object;
}

@ObjectType('YearEndLineConnection', { description: 'A page of the pledges of a year.' })
export class YearEndLineConnection extends connectionOf(() => YearEndLineObject, 'YearEndLine') {}

@ObjectType('YearEnd', {
  description: 'What a treasurer books for a year: as the ledger stood at the end of its last day, by UTC.',
})
export class YearEndObject {
  @Field(() => DateScalar, { description: 'Its first day.' }) from!: string;
  @Field(() => DateScalar, { description: 'Its last day.' }) to!: string;
  @Field(() => [YearEndTotalsObject], { description: 'Each currency together.' }) totals!: YearEndTotalsObject[];
}

@ObjectType('Portfolio', { description: 'What becomes of the money of a funder’s open offers. Seen by its members.' })
export class PortfolioObject {
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: object;
  @Field(() => [PortfolioTotalsObject], { description: 'Each currency together; two are never added.' })
  totals!: PortfolioTotalsObject[];
  @Field(() => [PortfolioOfferObject], { description: 'Each open offer, closed ones last.' })
  offers!: PortfolioOfferObject[];
  @Field(() => PortfolioPromisesObject, { description: 'What was promised for the agreed money, and came back.' })
  promises!: PortfolioPromisesObject;
  @Field(() => [PledgeObject], { description: 'Pledges that wait for a second person, the oldest first.' })
  approvalsWaiting!: object[];
  @Field(() => [CallPartObject], { description: 'Payment requests not wholly paid, the first due first.' })
  callsDue!: object[];
  @Field(() => [ObligationObject], { description: 'Promises that are not kept yet, the first due first.' })
  returnsDue!: object[];
}
