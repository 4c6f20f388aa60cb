import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('SupportApart', {
  description:
    'Votes of support from people without an account. They meet no gate. Told from five people in a session, or recorded for an organisation, on.',
})
export class SupportApartObject {
  @Field(() => Int, { description: 'Cast in group sessions that are over.' }) sessions!: number;
  @Field(() => Int, { description: 'Recorded by workers for people who asked them to.' }) recorded!: number;
}

@ObjectType('OrganisationVotes', { description: 'How many votes of support name an organisation: three or more.' })
export class OrganisationVotesObject {
  @Field(() => String, { description: 'The readable part of its address.' }) slug!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => Int, { description: 'How many.' }) votes!: number;
}

@ObjectType('SupportByOrganisation', { description: 'The votes of support counted by the organisations they name.' })
export class SupportByOrganisationObject {
  @Field(() => [OrganisationVotesObject], { description: 'Those that three or more votes name, most first.' })
  named!: OrganisationVotesObject[];
  @Field(() => Int, {
    description: 'How many more are named by fewer, so that nobody who works there can be picked out.',
  })
  others!: number;
}
