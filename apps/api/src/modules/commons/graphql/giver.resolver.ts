import { Args, Field, ID, Info, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { AnswerGivingRefusal, AskToGiveRefusal } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { NotFoundError, RefusalObject, SignedIn, Views, type Worded } from '../../../platform/graphql/index.js';
import { GiveTogether } from '../application/give-together.js';
import { resultOf } from './entry.object.js';

@InputType({ description: 'An organisation that may be named as giving something too.' })
export class AskToGiveInput {
  @Field(() => ID, { description: 'What is given.' }) entryId!: string;
  @Field(() => ID, { description: 'Who gave it too.' }) organisationId!: string;
}

@InputType({ description: 'An organisation’s own word on whether it gives something too.' })
export class AnswerGivingInput extends AskToGiveInput {
  @Field(() => Boolean, { description: 'Whether it does. No also takes an earlier yes back.' }) gives!: boolean;
}

const AskToGiveResult = resultOf('AskToGive', 'It is asked, or named where you speak for it too.');
const AnswerGivingResult = resultOf('AnswerGiving', 'The answer stands.');

@Resolver()
export class GiverResolver {
  constructor(
    private readonly views: Views,
    private readonly givers: GiveTogether,
  ) {}

  @Mutation(() => AskToGiveResult, {
    description: 'Asks another organisation to be named as giving an entry together with yours.',
  })
  async askToGive(
    @Args('input') input: AskToGiveInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.givers.ask(viewer, idsOf(input));
    if (!decision.ok) return RefusalObject.from(decision, wordAsk);
    return this.views.payload(info, viewer, 'AskToGivePayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => AnswerGivingResult, { description: 'Says whether your organisation gives an entry too.' })
  async answerGiving(
    @Args('input') input: AnswerGivingInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.givers.answer(viewer, { ...idsOf(input), gives: input.gives });
    if (!decision.ok) return RefusalObject.from(decision, wordAnswer);
    return this.views.payload(info, viewer, 'AnswerGivingPayload', 'entry', decision.value.entryId);
  }
}

function idsOf({ entryId, organisationId }: AskToGiveInput) {
  const entry = rowId('entry', entryId);
  const organisation = rowId('organisation', organisationId);
  if (entry === undefined) throw new NotFoundError('This entry');
  if (organisation === undefined) throw new NotFoundError('This organisation');
  return { entryId: entry, organisationId: organisation };
}

function wordAsk(reason: AskToGiveRefusal): Worded {
  switch (reason.code) {
    case 'NOT_THE_GIVER':
      return { message: 'The organisation that brought it asks others.' };
    case 'ENTRY_WITHDRAWN':
      return { message: 'It was taken back.' };
    case 'ALREADY_ASKED':
      return { message: 'It gives this already, or has been asked.', path: reason.path };
    default:
      return reason satisfies never;
  }
}

function wordAnswer(reason: AnswerGivingRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'Only the organisation itself says that it gives this.', path: reason.path };
    case 'NOT_ASKED':
      return { message: 'It was not asked. The organisation that brought this can ask.' };
    default:
      return reason satisfies never;
  }
}
