import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Confidence, CONFIDENCES } from '@openimpact/domain';

import { DateScalar, enumOf } from '../../../platform/graphql/index.js';

export const ConfidenceEnum = enumOf(CONFIDENCES);
registerEnumType(ConfidenceEnum, {
  name: 'Confidence',
  description: 'How sure whoever did the research is of what it says.',
  valuesMap: {
    LOW: { description: 'A first hint.' },
    MEDIUM: { description: 'Several sources say so.' },
    HIGH: { description: 'It would be surprising to find otherwise.' },
  },
});

/** What research tells of itself, wherever something is promised, shared or kept. */
// oxlint-disable-next-line typescript/no-explicit-any -- TypeScript knows a class that extends a parameter by this alone
export function withResearchFields<Base extends abstract new (...args: any[]) => object>(base: Base) {
  @ObjectType({ isAbstract: true })
  @InputType({ isAbstract: true })
  abstract class ResearchFields extends base {
    @Field(() => String, { nullable: true, description: 'For research: how people agreed.' }) consent?: string | null;
    @Field(() => String, {
      nullable: true,
      description: 'For research: who removed what could identify people, and how.',
    })
    anonymised?: string | null;
    @Field(() => String, { nullable: true, description: 'For research: how it was done.' }) method?: string | null;
    @Field(() => DateScalar, { nullable: true, description: 'For research: the day it was done.' })
    studiedOn?: string | null;
    @Field(() => String, { nullable: true, description: 'For research: with whom, and how many.' })
    sample?: string | null;
    @Field(() => ConfidenceEnum, { nullable: true, description: 'For research: how sure one can be.' })
    confidence?: Confidence | null;
    @Field(() => String, {
      nullable: true,
      description: 'For research: whom somebody asks who took part and wants out.',
    })
    withdrawalContact?: string | null;
  }
  return ResearchFields;
}
