import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import type { Viewed } from '../../../platform/graphql/index.js';
import { AppealObject } from '../../ideas/index.js';
import '../application/appealed-removal-view.js';

/** What whoever decides an appeal against a removal reads beside it. */
@Resolver(() => AppealObject)
export class AppealedRemovalResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'What was removed, for the site team while the appeal waits.',
  })
  removedText(@Parent() appeal: Viewed) {
    return appeal['removedText'];
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it was removed, in the words of the first steward. For the site team while the appeal waits.',
  })
  removedBecause(@Parent() appeal: Viewed) {
    return appeal['removedBecause'];
  }
}
