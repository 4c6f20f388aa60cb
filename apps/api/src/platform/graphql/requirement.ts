import type { Refused } from '@openimpact/domain';
import { Field, ObjectType } from '@nestjs/graphql';

import { requestContext } from '../observability/request-context.js';
import { fileFaultInLanguage, inLanguage } from '../words/index.js';
import { RequirementCodeScalar } from './scalars.js';

@ObjectType('Requirement', {
  description: 'Something that has to be true, and whether it is. Gates of the pipeline are lists of these too.',
})
export class RequirementObject {
  @Field(() => RequirementCodeScalar, { description: 'Stable, for programs: MANDATE_BUDGET_EXHAUSTED.' })
  code!: string;

  @Field(() => String, { description: 'The same for a person, in the language asked for.' })
  message!: string;

  @Field(() => Boolean, { description: 'Whether it is true now.' })
  met!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is there now, as a person would write it: £3,000, 4 votes.',
  })
  current?: string | null;

  @Field(() => String, { nullable: true, description: 'What would be needed, as a person would write it.' })
  needed?: string | null;

  @Field(() => [String], { nullable: true, description: 'The input field it is about: ["input", "amount"].' })
  path?: string[] | null;
}

/** A requirement as words; `met` is false unless stated, because most are told when something is missing. */
export interface Worded {
  readonly message: string;
  readonly met?: boolean;
  readonly current?: string | undefined;
  readonly needed?: string | undefined;
  readonly path?: readonly string[] | undefined;
}

@ObjectType('Refusal', { description: 'Nothing was done and nothing changed: these requirements are not met.' })
export class RefusalObject {
  readonly __typename = 'Refusal';

  @Field(() => [RequirementObject], { description: 'Everything that is in the way, not only the first thing.' })
  requirements!: RequirementObject[];

  /** Words a refused decision: `word` is a switch over the reasons' codes that does not compile while one is unworded. */
  static from<R extends { readonly code: string }>(refused: Refused<R>, word: (reason: R) => Worded): RefusalObject {
    return Object.assign(new RefusalObject(), {
      requirements: refused.reasons.map((reason) => requirement(reason.code, word(reason))),
    });
  }
}

/** A sentence of ours in the language of whoever asked: they are written in English. */
export function said(text: string): string {
  return inLanguage(text, requestContext.language);
}

/** The same for a fault of a file that describes software. */
export function saidOfFile(text: string): string {
  return fileFaultInLanguage(text, requestContext.language);
}

export function requirement(code: string, worded: Worded): RequirementObject {
  return Object.assign(new RequirementObject(), {
    code,
    message: said(worded.message),
    met: worded.met ?? false,
    current: worded.current === undefined ? null : said(worded.current),
    needed: worded.needed === undefined ? null : said(worded.needed),
    path: worded.path ? [...worded.path] : null,
  });
}

@ObjectType('Permission', { description: 'Whether the viewer may do something now, and what is missing when not.' })
export class PermissionObject {
  @Field(() => Boolean, {
    description: 'Whether the mutation would be accepted, as far as can be known before its input.',
  })
  allowed!: boolean;

  @Field(() => [RequirementObject], { description: 'What is missing. Empty when allowed.' })
  requirements!: RequirementObject[];

  static from<R extends { readonly code: string }>(
    decision: { readonly ok: true } | Refused<R>,
    word: (reason: R) => Worded,
  ): PermissionObject {
    const requirements = decision.ok ? [] : decision.reasons.map((reason) => requirement(reason.code, word(reason)));
    return Object.assign(new PermissionObject(), { allowed: decision.ok, requirements });
  }
}
