import {
  Args,
  createUnionType,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { OPENNESS_FACTS, type OpennessFact, type ReplyRefusal } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import {
  enumOf,
  NotFoundError,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
  type Worded,
} from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import '../application/openness-view.js';
import { ReplyToFact } from '../application/reply-to-fact.js';

const OpennessFactEnum = enumOf(OPENNESS_FACTS);
registerEnumType(OpennessFactEnum, {
  name: 'OpennessFact',
  description: 'One fact of an openness record. The same of charities and funders.',
  valuesMap: {
    SHARED: { description: 'Entries it gave to the shared library.' },
    USED_BY_OTHERS: { description: 'Organisations that say they use something of it.' },
    PROMISES_OPEN: { description: 'Promises it has not kept yet.' },
    PROMISES_KEPT: { description: 'Promises it kept.' },
    PROMISES_LATE: { description: 'Promises more than 14 days late, where no money and no check was awaited.' },
    PROMISES_KEPT_LATE: { description: 'Promises kept late within the last year.' },
    DAYS_TO_PAY: { description: 'Days from a payment request to the payment, the middle of the last two years.' },
    CALLS_UNPAID: { description: 'Payment requests whose date is over and that are not paid.' },
    DAYS_TO_CHECK: { description: 'Days until what was shared with it was checked, the middle of the last two years.' },
    CHECKS_WAITING: { description: 'What has waited more than 15 working days to be checked by it.' },
    OFFERS_UNUSED: { description: 'Open offers of more than twelve months of which nothing was used.' },
  },
});

@ObjectType('OpennessRecordFact', { description: 'A fact about an organisation, with its own words beside it.' })
class OpennessRecordFactObject {
  @Field(() => OpennessFactEnum, { description: 'Which.' }) fact!: OpennessFact;
  @Field(() => Int, { nullable: true, description: 'The number. Null where there is nothing to measure yet.' })
  value!: number | null;
  @Field(() => String, { nullable: true, description: 'What the organisation says about it.' }) reply!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it said so.' }) repliedAt!: Date | null;
}

@InputType({ description: 'An organisation’s words beside a fact about it.' })
class ReplyToFactInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => OpennessFactEnum, { description: 'Which fact.' }) fact!: OpennessFact;
  @Field(() => String, { description: 'What it says, in public.' }) reply!: string;
}

@ObjectType('ReplyToFactPayload', { description: 'The words stand beside the fact.' })
class ReplyToFactPayload {
  @Field(() => OrganisationObject, { description: 'The organisation.' }) organisation!: OrganisationObject;
}
const ReplyToFactResult = createUnionType({
  name: 'ReplyToFactResult',
  description: 'The words stand beside the fact, or what is in the way.',
  types: () => [ReplyToFactPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});

function wordReply(reason: ReplyRefusal): Worded {
  return reason.code === 'NOT_AN_ADMIN_OF_IT'
    ? { message: 'An admin of the organisation speaks for it here.' }
    : wordTextFault(reason);
}

@Resolver(() => OrganisationObject)
export class OpennessResolver {
  constructor(
    private readonly views: Views,
    private readonly replyUseCase: ReplyToFact,
  ) {}

  @ResolveField(() => [OpennessRecordFactObject], {
    description: 'What it shared, owes and is owed, as facts. No score is made of them.',
  })
  opennessRecord(@Parent() organisation: Viewed) {
    return organisation['opennessRecord'];
  }

  @ResolveField(() => Date, { nullable: true, description: 'When it last gave something to the shared library.' })
  lastSharedAt(@Parent() organisation: Viewed) {
    return organisation['lastSharedAt'];
  }

  @Mutation(() => ReplyToFactResult, { description: 'Sets an organisation’s own words beside a fact about it.' })
  async replyToFact(
    @Args('input') input: ReplyToFactInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = rowId('organisation', input.organisationId);
    if (organisationId === undefined) throw new NotFoundError('This organisation');
    const { fact, reply } = input;
    const decision = await this.replyUseCase.execute(viewer, { organisationId, fact, reply });
    if (!decision.ok) return RefusalObject.from(decision, wordReply);
    return this.views.payload(info, viewer, 'ReplyToFactPayload', 'organisation', organisationId);
  }
}
