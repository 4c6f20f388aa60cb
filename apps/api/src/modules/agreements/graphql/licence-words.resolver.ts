import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { said } from '../../../platform/graphql/index.js';
import {
  LicenceInWordsObject,
  LicenceObject,
  LicenceProblemObject,
  LicenceSuggestionObject,
  LicenceVerdictObject,
} from './licence.object.js';

// The licences package words everything in English; whoever asks reads it in their language.

@Resolver(() => LicenceObject)
export class LicenceSummaryResolver {
  @ResolveField(() => String, { nullable: true })
  summary(@Parent() licence: LicenceObject) {
    return licence.summary === null ? null : said(licence.summary);
  }
}

@Resolver(() => LicenceInWordsObject)
export class LicenceInWordsResolver {
  @ResolveField(() => String)
  name(@Parent() licence: LicenceInWordsObject) {
    return said(licence.name);
  }

  @ResolveField(() => [String])
  youMay(@Parent() licence: LicenceInWordsObject) {
    return licence.youMay.map(said);
  }

  @ResolveField(() => [String])
  youMust(@Parent() licence: LicenceInWordsObject) {
    return licence.youMust.map(said);
  }
}

@Resolver(() => LicenceSuggestionObject)
export class LicenceSuggestionResolver {
  @ResolveField(() => String)
  because(@Parent() suggestion: LicenceSuggestionObject) {
    return said(suggestion.because);
  }
}

@Resolver(() => LicenceProblemObject)
export class LicenceProblemResolver {
  @ResolveField(() => String)
  message(@Parent() problem: LicenceProblemObject) {
    return said(problem.message);
  }
}

@Resolver(() => LicenceVerdictObject)
export class LicenceVerdictResolver {
  @ResolveField(() => String, { nullable: true })
  reason(@Parent() verdict: LicenceVerdictObject) {
    return verdict.reason == null ? null : said(verdict.reason);
  }
}
