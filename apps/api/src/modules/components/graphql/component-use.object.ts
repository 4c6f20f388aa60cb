import { createUnionType, Field, ID, InputType, InterfaceType, ObjectType } from '@nestjs/graphql';

import { NodeInterface, PermissionObject, RefusalObject } from '../../../platform/graphql/index.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { ComponentObject } from './component.object.js';

@ObjectType('ComponentUseDoubt', { description: 'A doubt that somebody raised about a use, and its answer.' })
export class ComponentUseDoubtObject {
  @Field(() => String, { description: 'Why they doubt it.' }) reason!: string;
  @Field(() => PersonObject, { description: 'Who doubts it.' }) raisedBy!: PersonObject;
  @Field(() => Date, { description: 'Since when.' }) raisedAt!: Date;
  @Field(() => String, { nullable: true, description: 'What the organisation answered; null while it has not.' })
  answer!: string | null;
}

@ObjectType('ComponentUseViewerCan', { description: 'What the viewer may do about a use now.' })
export class ComponentUseViewerCanObject {
  @Field(() => PermissionObject, { description: 'Say that it is still used, or no longer.' })
  reconfirm!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Doubt it.' }) contest!: PermissionObject;
}

@InterfaceType('StandingUse', {
  implements: () => NodeInterface,
  description: 'An organisation’s own word that it uses something, renewed every year, and open to doubt.',
})
export abstract class StandingUseInterface extends NodeInterface {
  @Field(() => OrganisationObject, { description: 'Who uses it.' }) organisation!: OrganisationObject;
  @Field(() => String, { description: 'What for.' }) whatFor!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Since when.' }) since!: string | null;
  @Field(() => String, { description: 'Which version. May be empty.' }) version!: string;
  @Field(() => String, { description: 'Whom to ask about it there: a team or a role. May be empty.' })
  whomToAsk!: string;
  @Field(() => Date, { description: 'When they last said so.' }) confirmedAt!: Date;
  @Field(() => Boolean, { description: 'Whether they said so within a year. Later it is not known to be so any more.' })
  isConfirmed!: boolean;
  @Field(() => [ComponentUseDoubtObject], { description: 'Doubts, newest first: up to twenty.' })
  doubts!: ComponentUseDoubtObject[];
  @Field(() => ComponentUseViewerCanObject, { description: 'What the viewer may do about it now.' })
  viewerCan!: ComponentUseViewerCanObject;
}

@ObjectType('ComponentUse', {
  implements: () => [NodeInterface, StandingUseInterface],
  description: 'The word of an organisation that it uses a component.',
})
export class ComponentUseObject extends StandingUseInterface {
  @Field(() => DateScalar, { description: 'Since when.' }) declare since: string;
}

@InputType({ description: 'The word of an organisation that it uses a component.' })
export class DeclareUseInput {
  @Field(() => ID, { description: 'What is used.' }) componentId!: string;
  @Field(() => ID, { description: 'An organisation of yours that uses it.' }) organisationId!: string;
  @Field(() => String, { description: 'What for.' }) whatFor!: string;
  @Field(() => DateScalar, { description: 'Since when.' }) since!: string;
  @Field(() => String, { nullable: true, description: 'Which version.' }) version?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask: a team or a role, not a person’s address.' })
  whomToAsk?: string | null;
}

@InputType({ description: 'The yearly word: still used, or no longer.' })
export class ReconfirmUseInput {
  @Field(() => ID, { description: 'The use.' }) useId!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'False: it is no longer used.' }) stillUsed!: boolean;
  @Field(() => String, { nullable: true, description: 'Which version now.' }) version?: string | null;
  @Field(() => String, { nullable: true, description: 'What you answer to those who doubted it. Public.' })
  answer?: string | null;
}

@InputType({ description: 'A doubt about a use.' })
export class ContestUseInput {
  @Field(() => ID, { description: 'The use.' }) useId!: string;
  @Field(() => String, { description: 'Why you doubt it. Public.' }) reason!: string;
}

@ObjectType('DeclareUsePayload', { description: 'The use is declared.' })
export class DeclareUsePayload {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
}
@ObjectType('ReconfirmUsePayload', { description: 'The use is confirmed, or ended.' })
export class ReconfirmUsePayload {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
}
@ObjectType('ContestUsePayload', { description: 'The doubt stands beside the use.' })
export class ContestUsePayload {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
}

const resolveType = (value: { readonly __typename: string }): string => value.__typename;
export const DeclareUseResult = createUnionType({
  name: 'DeclareUseResult',
  description: 'The component with the new use, or what is missing.',
  types: () => [DeclareUsePayload, RefusalObject] as const,
  resolveType,
});
export const ReconfirmUseResult = createUnionType({
  name: 'ReconfirmUseResult',
  description: 'The component with the use confirmed or ended, or what is missing.',
  types: () => [ReconfirmUsePayload, RefusalObject] as const,
  resolveType,
});
export const ContestUseResult = createUnionType({
  name: 'ContestUseResult',
  description: 'The component with the doubt, or what is missing.',
  types: () => [ContestUsePayload, RefusalObject] as const,
  resolveType,
});
