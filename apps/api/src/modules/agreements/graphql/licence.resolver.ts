import { Args, Query, Resolver } from '@nestjs/graphql';
import { judge, type Kind } from '@openimpact/licences';

import { knownMatrix } from '../../components/index.js';
import { licenceInWords } from '../application/licence-in-words.js';
import { LicenceKindEnum, LicenceObject, LicenceVerdictObject } from './licence.object.js';

/** Licences need no database: they are read and judged from the tables of the licences package. */
@Resolver()
export class LicenceResolver {
  @Query(() => LicenceObject, {
    description: 'A licence expression in plain words: what you may do, what you must do.',
  })
  licence(@Args('expression', { description: 'An expression: MIT, or MIT OR Apache-2.0.' }) expression: string) {
    return licenceInWords(expression);
  }

  @Query(() => LicenceVerdictObject, {
    description: 'Whether a work may be shared back under its licence, given what is asked and what it builds on.',
  })
  licenceVerdict(
    @Args('expression', { description: 'The licence of the work.' }) expression: string,
    @Args('condition', { description: 'What is asked: OPEN, or an expression like MIT OR Apache-2.0.' })
    condition: string,
    @Args('kind', { type: () => LicenceKindEnum, description: 'What the work is.' }) kind: string,
    @Args('incoming', {
      type: () => [String],
      defaultValue: [],
      description: 'The licences of what it builds on, one expression each.',
    })
    incoming: string[],
  ) {
    const answer = judge({ expression, condition, kind: kind.toLowerCase() as Kind, incoming, ...knownMatrix() });
    return answer.ok ? { ...answer.value, problem: null } : { problem: answer.problem, suggestions: [] };
  }
}
