import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LEAD_ANSWERS } from '@openimpact/domain';

import { enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { IdeaObject } from './idea.object.js';

export const LeadAnswerEnum = enumOf(LEAD_ANSWERS);
registerEnumType(LeadAnswerEnum, {
  name: 'LeadAnswer',
  description: 'What an organisation says to whether it would lead. It binds nobody: signing does.',
  valuesMap: {
    WOULD_LEAD: { description: 'It would, if the author chooses it.' },
    NOT_NOW: { description: 'Not at this time.' },
  },
});

export const LeadReasonEnum = enumOf(['WOULD_USE_IT', 'LEADS_ALIKE']);
registerEnumType(LeadReasonEnum, {
  name: 'LeadReason',
  description: 'Why an organisation may be worth asking.',
  valuesMap: {
    WOULD_USE_IT: { description: 'It said that it would try or use what comes of the idea.' },
    LEADS_ALIKE: { description: 'It is verified and leads another idea about the same.' },
  },
});

@ObjectType('LeadRequest', {
  implements: () => NodeInterface,
  description: 'Whether an organisation would lead an idea: what it was asked, and what it said.',
})
export class LeadRequestObject extends NodeInterface {
  @Field(() => OrganisationObject, { description: 'Who was asked, or offered.' }) organisation!: OrganisationObject;
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
  @Field(() => String, { description: 'What the author wrote to it. Empty for whom it does not concern.' })
  question!: string;
  @Field(() => Date, { nullable: true, description: 'When it was asked; null when it offered by itself.' })
  askedAt!: Date | null;
  @Field(() => LeadAnswerEnum, { nullable: true, description: 'What it said; null while it has not.' })
  answer!: string | null;
  @Field(() => String, { description: 'In its words. Empty when it wrote none.' }) note!: string;
  @Field(() => Date, { nullable: true, description: 'When it answered.' }) answeredAt!: Date | null;
}

@ObjectType('LeadSuggestion', { description: 'An organisation that may be worth asking whether it would lead.' })
export class LeadSuggestionObject {
  @Field(() => OrganisationObject, { description: 'Which.' }) organisation!: OrganisationObject;
  @Field(() => LeadReasonEnum, { description: 'Why it is here.' }) because!: string;
}

@InputType({ description: 'Organisations to ask whether they would lead your idea.' })
export class AskWhoWouldLeadInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => [ID], { description: 'Whom. At most 10 may be asked and not have answered yet.' })
  organisationIds!: string[];
  @Field(() => String, { nullable: true, description: 'What you want to say to them. Only they read it.' }) note?:
    | string
    | null;
}

@InputType({ description: 'Your organisation’s answer to whether it would lead an idea.' })
export class AnswerWhoWouldLeadInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'The organisation, which you belong to.' }) organisationId!: string;
  @Field(() => LeadAnswerEnum, { description: 'What it says.' }) answer!: 'WOULD_LEAD' | 'NOT_NOW';
  @Field(() => String, { nullable: true, description: 'In your words. Public.' }) note?: string | null;
}

@ObjectType('AskWhoWouldLeadPayload', { description: 'They are asked.' })
export class AskWhoWouldLeadPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('AnswerWhoWouldLeadPayload', { description: 'The answer stands.' })
export class AnswerWhoWouldLeadPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const AskWhoWouldLeadResult = createUnionType({
  name: 'AskWhoWouldLeadResult',
  description: 'Asked, or what is in the way.',
  types: () => [AskWhoWouldLeadPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const AnswerWhoWouldLeadResult = createUnionType({
  name: 'AnswerWhoWouldLeadResult',
  description: 'Answered, or what is in the way.',
  types: () => [AnswerWhoWouldLeadPayload, RefusalObject] as const,
  resolveType: byTypename,
});
