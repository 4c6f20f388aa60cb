import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Viewed } from '../../../platform/graphql/index.js';
import { ReuseOfferObject, ReuseVerdictObject } from '../../reuse/index.js';
import { type OfferVerdictFacts, verdictsOfMandates } from '../application/offer-verdicts.js';

@ObjectType('MandateVerdict', { description: 'What one open offer to fund asks of a licence, and whether it is met.' })
export class MandateVerdictObject {
  @Field(() => String, { description: 'The readable part of the open offer’s address.' }) slug!: string;
  @Field(() => String, { description: 'What the open offer is called.' }) title!: string;
  @Field(() => String, { description: 'Who would fund.' }) funder!: string;
  @Field(() => ReuseVerdictObject, { description: 'Whether software that builds on it meets what the funder asks.' })
  verdict!: ReuseVerdictObject;
}

@Resolver(() => ReuseOfferObject)
export class OfferVerdictsResolver {
  @ResolveField(() => [MandateVerdictObject], {
    description:
      'What each open offer to fund that fits the idea would say of its licence: up to twenty, newest first.',
  })
  mandateVerdicts(@Parent() offer: Viewed) {
    return verdictsOfMandates(offer['mandateVerdicts'] as OfferVerdictFacts);
  }
}
