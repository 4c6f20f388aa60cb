import { ArgsType, Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { CURRENCY_DECIMALS, isCurrency } from '@openimpact/domain';

import { BigIntScalar } from './scalars.js';

@InterfaceType('Node', {
  description: 'Anything that has an address of its own in this API.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class NodeInterface {
  @Field(() => ID, { description: 'Opaque and permanent.' })
  id!: string;
}

@ObjectType('Money', { description: 'An amount of money, exact. Never computed with floating point.' })
export class MoneyObject {
  @Field(() => BigIntScalar, {
    description: 'The amount in minor units (pence, cents) as a string of digits: "2000000" is £20,000.00.',
  })
  minorUnits!: bigint;

  @Field(() => String, { description: 'ISO 4217 code: GBP.' })
  currency!: string;

  @Field(() => Int, { description: 'How many decimal places the currency has: GBP 2, JPY 0, KWD 3.' })
  decimals!: number;
}

/** Decimals follow from the currency, so that they are stored nowhere. */
export function decimalsOf(currency: string): number {
  if (!isCurrency(currency)) throw new Error(`Stored money has a currency that is not known: ${currency}.`);
  return CURRENCY_DECIMALS[currency];
}

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoObject {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give this as `after` for the next page.' })
  endCursor!: string | null;
}

/** What a connection type has: `edges`, `nodes`, `pageInfo`. */
export interface ConnectionClass {
  new (): object;
}

/**
 * The connection type over an object type: `class IdeaConnection extends connectionOf(IdeaObject, 'Idea') {}`.
 * Its resolvers are given to every type named `XConnection` when the schema is finished.
 */
export function connectionOf(node: () => new () => object, name: string): ConnectionClass {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with the cursor behind which the list goes on.` })
  class Edge {
    @Field(() => String, { description: 'Opaque; give it as `after`.' })
    cursor!: string;

    @Field(node, { description: `The ${name} itself.` })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The page with a cursor for each.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The page without cursors.' })
    nodes!: object[];

    @Field(() => PageInfoObject, { description: 'Where this page ends.' })
    pageInfo!: PageInfoObject;
  }
  return Connection;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, from 1 to 100.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor behind which the page begins.' })
  after?: string | null;
}
