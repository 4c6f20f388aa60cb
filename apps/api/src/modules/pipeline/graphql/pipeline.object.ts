import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BUDGET_LINE_KINDS } from '@openimpact/domain';

import {
  BigIntScalar,
  DateScalar,
  enumOf,
  MoneyObject,
  NodeInterface,
  RefusalObject,
  RequirementObject,
} from '../../../platform/graphql/index.js';
import { IdeaObject, StageEnum } from '../../ideas/index.js';

export const BudgetLineKindEnum = enumOf(BUDGET_LINE_KINDS);
registerEnumType(BudgetLineKindEnum, {
  name: 'BudgetLineKind',
  description: 'What a line of a budget pays for. Mandates say what they pay of each.',
  valuesMap: {
    DELIVERY: { description: 'Building and running it.' },
    CORE_COSTS: { description: 'A fair part of what keeps the organisations going.' },
    PARTICIPATION: { description: 'The time and expenses of people who take part.' },
    COMPONENT_ADAPTATION: { description: 'Adapting what exists, paid to whoever owns it.' },
    MAINTENANCE: { description: 'Looking after it once it is handed over.' },
    ADOPTER_CAPACITY: { description: 'What adopters need to take it up.' },
  },
});

@ObjectType('Gate', { description: 'What stands between an idea and its next station, as a checklist.' })
export class GateObject {
  @Field(() => StageEnum, { description: 'The station it leads to.' }) toReach!: string;
  @Field(() => [RequirementObject], { description: 'Everything it asks for, met or not.' })
  requirements!: RequirementObject[];
}

@ObjectType('BudgetLine', { description: 'One line of a budget.' })
export class BudgetLineObject {
  @Field(() => BudgetLineKindEnum, { description: 'What it pays for.' }) kind!: string;
  @Field(() => String, { description: 'In words. Empty when not said.' }) note!: string;
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
}

@ObjectType('BriefRisks', { description: 'What could go wrong. Empty answers are not given yet.' })
export class BriefRisksObject {
  @Field(() => String, { description: 'What could go wrong.' }) whatCouldGoWrong!: string;
  @Field(() => String, { description: 'For whom.' }) forWhom!: string;
  @Field(() => String, { description: 'How we would notice.' }) howWeWouldNotice!: string;
  @Field(() => String, { description: 'When we would stop.' }) whenWeWouldStop!: string;
}

@ObjectType('Brief', { description: 'What would be built and for whom: what funders read. May be unfinished.' })
export class BriefObject {
  @Field(() => String, { description: 'For whom.' }) forWhom!: string;
  @Field(() => String, { description: 'What would be better for them.' }) outcome!: string;
  @Field(() => String, { description: 'What would be built, and how, in Markdown.' }) approach!: string;
  @Field(() => BriefRisksObject, { description: 'What could go wrong.' }) risks!: BriefRisksObject;
  @Field(() => String, { description: 'The currency of the budget, ISO 4217.' }) currency!: string;
  @Field(() => [BudgetLineObject], { description: 'What it would cost, by kind.' }) budget!: BudgetLineObject[];
  @Field(() => MoneyObject, { description: 'The sum of the budget.' }) total!: MoneyObject;
  @Field(() => Int, { description: 'How often it was saved.' }) version!: number;
  @Field(() => Date, { description: 'When it was last saved.' }) savedAt!: Date;
}

@ObjectType('Hearing', {
  implements: () => NodeInterface,
  description: 'A session with people who live with the need: what they said, and never who they were.',
})
export class HearingObject extends NodeInterface {
  @Field(() => Int, { description: 'How many took part.' }) people!: number;
  @Field(() => DateScalar, { description: 'When.' }) heldOn!: string;
  @Field(() => String, { description: 'How they were invited.' }) howInvited!: string;
  @Field(() => String, { description: 'How they were thanked.' }) howThanked!: string;
  @Field(() => String, { description: 'What they said, in sum.' }) whatWasSaid!: string;
}

@ObjectType('PipelineStage', { description: 'One station and what stands there.' })
export class PipelineStageObject {
  @Field(() => StageEnum, { description: 'The station.' }) stage!: string;
  @Field(() => Int, { description: 'How many ideas stand there.' }) count!: number;
}

@ObjectType('PipelineMove', { description: 'An idea went from one station to another.' })
export class PipelineMoveObject {
  @Field(() => StageEnum, { description: 'Where it stood.' }) from!: string;
  @Field(() => StageEnum, { description: 'Where it went.' }) to!: string;
  @Field(() => Date, { description: 'When.' }) movedAt!: Date;
  @Field(() => IdeaObject, { description: 'Which idea.' }) idea!: IdeaObject;
}

@ObjectType('Pipeline', { description: 'The whole pipeline.' })
export class PipelineObject {
  @Field(() => [PipelineStageObject], { description: 'The six stations, in order.' }) stages!: PipelineStageObject[];
  @Field(() => [PipelineMoveObject], { description: 'The six ideas that took a step last, newest first.' })
  moves!: PipelineMoveObject[];
}

@InputType({ description: 'One line of a budget.' })
export class BudgetLineInput {
  @Field(() => BudgetLineKindEnum, { description: 'What it pays for.' }) kind!: keyof typeof BudgetLineKindEnum;
  @Field(() => String, { nullable: true, description: 'In words.' }) note?: string | null;
  @Field(() => BigIntScalar, { description: 'How much, in minor units of the brief’s currency.' }) minorUnits!: bigint;
}

@InputType({ description: 'What could go wrong. What is left out stays as it is.' })
export class BriefRisksInput {
  @Field(() => String, { nullable: true, description: 'What could go wrong.' }) whatCouldGoWrong?: string | null;
  @Field(() => String, { nullable: true, description: 'For whom.' }) forWhom?: string | null;
  @Field(() => String, { nullable: true, description: 'How we would notice.' }) howWeWouldNotice?: string | null;
  @Field(() => String, { nullable: true, description: 'When we would stop.' }) whenWeWouldStop?: string | null;
}

@InputType({ description: 'A brief, finished or not. What is left out stays as it is.' })
export class SaveBriefInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { nullable: true, description: 'For whom.' }) forWhom?: string | null;
  @Field(() => String, { nullable: true, description: 'What would be better for them.' }) outcome?: string | null;
  @Field(() => String, { nullable: true, description: 'What would be built, and how, in Markdown.' }) approach?:
    | string
    | null;
  @Field(() => BriefRisksInput, { nullable: true, description: 'What could go wrong.' }) risks?: BriefRisksInput | null;
  @Field(() => String, { nullable: true, description: 'The currency of the budget, ISO 4217.' }) currency?:
    | string
    | null;
  @Field(() => [BudgetLineInput], { nullable: true, description: 'All lines of the budget.' }) budget?:
    | BudgetLineInput[]
    | null;
  @Field(() => ID, { nullable: true, description: 'The organisation that would lead. Only the author chooses it.' })
  leadOrganisationId?: string | null;
}

@InputType({ description: 'A session that was held.' })
export class RecordHearingInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => Int, { description: 'How many people with experience of it took part: at least three.' })
  people!: number;
  @Field(() => DateScalar, { description: 'When.' }) heldOn!: string;
  @Field(() => String, { description: 'How they were invited.' }) howInvited!: string;
  @Field(() => String, { description: 'How they were thanked.' }) howThanked!: string;
  @Field(() => String, { description: 'What they said, in sum; nothing that tells who said it.' }) whatWasSaid!: string;
}

@ObjectType('SaveBriefPayload', { description: 'The brief is saved.' })
export class SaveBriefPayload {
  @Field(() => IdeaObject, { description: 'The idea with its brief.' }) idea!: IdeaObject;
}
@ObjectType('RecordHearingPayload', { description: 'The session is on record.' })
export class RecordHearingPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const SaveBriefResult = createUnionType({
  name: 'SaveBriefResult',
  description: 'The saved brief, or what is wrong.',
  types: () => [SaveBriefPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const RecordHearingResult = createUnionType({
  name: 'RecordHearingResult',
  description: 'Recorded, or what is wrong.',
  types: () => [RecordHearingPayload, RefusalObject] as const,
  resolveType: byTypename,
});
