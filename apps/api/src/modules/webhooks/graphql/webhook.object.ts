import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';

@ObjectType('Webhook', {
  implements: () => NodeInterface,
  description: 'A program of yours that is told what happens. Only you can see it.',
})
export class WebhookObject extends NodeInterface {
  @Field(() => String, { description: 'Where it is told.' }) address!: string;
  @Field(() => [String], { description: 'The kinds of activity it is told of; all when empty.' }) kinds!: string[];
  @Field(() => String, {
    nullable: true,
    description: 'The name of the idea, project or organisation it is told about; null for everything.',
  })
  aboutName!: string | null;
  @Field(() => Boolean, { description: 'Whether it did not answer lately; it is tried again for three days.' })
  failing!: boolean;
  @Field(() => Date, { nullable: true, description: 'When it was given up.' }) stoppedAt!: Date | null;
  @Field(() => Date, { description: 'When it was made.' }) createdAt!: Date;
}

@InputType({ description: 'A program of yours that wants to be told.' })
export class CreateWebhookInput {
  @Field(() => String, {
    description: 'A public https address that takes a POST and answers with 2xx within ten seconds.',
  })
  address!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of activity: idea.logged. At most 20; leave out for all. Single votes are never sent.',
  })
  kinds?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'An idea, a project or an organisation; leave out for everything.' })
  aboutId?: string | null;
}
@InputType({ description: 'Which program is told nothing any more.' })
export class DeleteWebhookInput {
  @Field(() => ID, { description: 'One of your webhooks.' }) webhookId!: string;
}

@ObjectType('CreateWebhookPayload', { description: 'It is told from now on.' })
export class CreateWebhookPayload {
  @Field(() => WebhookObject, { description: 'The webhook without its secret.' }) webhook!: WebhookObject;
  @Field(() => String, {
    description: 'The secret that signs what is sent (Standard Webhooks: whsec_ and base64). Shown this once.',
  })
  secret!: string;
}
@ObjectType('DeleteWebhookPayload', { description: 'It is told nothing any more.' })
export class DeleteWebhookPayload {
  @Field(() => ID, { description: 'The webhook that is gone.' }) webhookId!: string;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const CreateWebhookResult = createUnionType({
  name: 'CreateWebhookResult',
  description: 'The webhook, or what is wrong.',
  types: () => [CreateWebhookPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DeleteWebhookResult = createUnionType({
  name: 'DeleteWebhookResult',
  description: 'Gone, or what is in the way.',
  types: () => [DeleteWebhookPayload, RefusalObject] as const,
  resolveType: byTypename,
});
