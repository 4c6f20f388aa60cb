import { Args, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';

import { globalId } from '../../../platform/database/index.js';
import { enumOf } from '../../../platform/graphql/index.js';
import { LINEAGE_KINDS, LINEAGE_LINKS, type LineageKind, LineageReader } from '../application/lineage.js';

export const LineageKindEnum = enumOf(LINEAGE_KINDS);
registerEnumType(LineageKindEnum, {
  name: 'LineageKind',
  description: 'What stands in a chain of what was built on what.',
  valuesMap: {
    COMPONENT: { description: 'Something that exists.' },
    IDEA: { description: 'An idea that accepted it.' },
    VENTURE: { description: 'The venture that delivers an idea.' },
    ENTRY: { description: 'What came back.' },
  },
});
export const LineageLinkEnum = enumOf(LINEAGE_LINKS);
registerEnumType(LineageLinkEnum, {
  name: 'LineageLinkKind',
  description: 'How one thing came to stand on another.',
  valuesMap: {
    BASED_ON: { description: 'Its file says that it is based on it.' },
    ACCEPTED: { description: 'The idea accepted the offer of it.' },
    DELIVERED: { description: 'The venture delivers the idea.' },
    CAME_BACK: { description: 'The venture shared it back.' },
    BUILT_ON: { description: 'What came back says that it builds on it.' },
    INFORMED: { description: 'The idea rests on it.' },
  },
});

const NODE_IDS: Readonly<Record<LineageKind, string>> = {
  COMPONENT: 'component',
  IDEA: 'idea',
  VENTURE: 'venture',
  ENTRY: 'entry',
};

@ObjectType('LineageNode', { description: 'One thing of a chain.' })
export class LineageNodeObject {
  @Field(() => ID, { description: 'Its id, for node(id).' }) nodeId!: string;
  @Field(() => LineageKindEnum, { description: 'What it is.' }) kind!: string;
  @Field(() => String, { description: 'The readable part of its address.' }) slug!: string;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language of its title.' }) language!: string;
  @Field(() => Int, {
    description: 'Steps from where one began. Below zero: it was built on this. Above: this was built on it.',
  })
  layer!: number;
}

@ObjectType('LineageLink', { description: 'That one thing stands on another.' })
export class LineageLinkObject {
  @Field(() => ID, { description: 'What was there first.' }) from!: string;
  @Field(() => ID, { description: 'What stands on it.' }) to!: string;
  @Field(() => LineageLinkEnum, { description: 'How.' }) how!: string;
}

@ObjectType('Lineage', { description: 'Where something came from and where it went.' })
export class LineageObject {
  @Field(() => [LineageNodeObject], { description: 'Everything in the chain, by layer and title: up to 500.' })
  nodes!: LineageNodeObject[];
  @Field(() => [LineageLinkObject], { description: 'What stands on what.' }) links!: LineageLinkObject[];
  @Field(() => Boolean, { description: 'Whether there is more than is answered.' }) cut!: boolean;
}

@Resolver()
export class LineageResolver {
  constructor(private readonly lineages: LineageReader) {}

  @Query(() => LineageObject, {
    nullable: true,
    description: 'Where something came from and where it went: what it was built on and what was built on it.',
  })
  async lineage(
    @Args('kind', { type: () => LineageKindEnum, description: 'What it is.' }) kind: LineageKind,
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
  ): Promise<LineageObject | null> {
    const found = await this.lineages.of(kind, slug.toWellFormed().replaceAll('\u0000', ''));
    if (found === undefined) return null;
    const ids = new Map(found.nodes.map(({ id, kind: of }) => [id, globalId(NODE_IDS[of], id)]));
    return {
      cut: found.cut,
      nodes: found.nodes.map(({ id, ...node }) => ({ ...node, nodeId: ids.get(id) ?? id })),
      links: found.links.flatMap(({ from, to, how }) => {
        const [first, second] = [ids.get(from), ids.get(to)];
        return first === undefined || second === undefined ? [] : [{ from: first, to: second, how }];
      }),
    };
  }
}
