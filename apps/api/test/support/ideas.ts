import type { Perspective } from '@openimpact/domain';

import type { SignedInViewer } from '../../src/platform/auth/index.js';
import { globalId } from '../../src/platform/database/index.js';
import { LogIdea, type LogIdeaCommand } from '../../src/modules/ideas/index.js';
import { CastVote, type CastVoteCommand, DeclareAdoptionInterest } from '../../src/modules/support/index.js';
import type { TestApi } from './api.js';
import { aPerson, anOrganisation } from './people.js';

export interface TestIdea {
  readonly id: string;
  /** As the API names it. */
  readonly globalId: string;
  readonly slug: string;
  readonly author: SignedInViewer;
}

let count = 0;

/** An idea, logged by its author through the use case. */
export async function anIdea(
  api: TestApi,
  wishes: Partial<LogIdeaCommand> & { readonly author?: SignedInViewer } = {},
): Promise<TestIdea> {
  count += 1;
  const { author = await aPerson(api), ...command } = wishes;
  const decision = await api.app.get(LogIdea).execute(author, {
    title: `One form for help, number ${count}`,
    need: 'People tell their story many times before anyone helps.',
    peopleServed: 'Families who run out of money before the end of the month',
    outcome: 'One conversation is enough.',
    themes: ['FOOD'],
    ...command,
  });
  if (!decision.ok) throw new Error(`The idea was refused: ${JSON.stringify(decision.reasons)}`);
  return {
    id: decision.value.ideaId,
    globalId: globalId('idea', decision.value.ideaId),
    slug: decision.value.slug,
    author,
  };
}

export function voteAsk(ideaId: string, ask: Partial<CastVoteCommand> = {}): CastVoteCommand {
  return {
    ideaId,
    perspective: 'PRACTITIONER',
    answer: 'SUPPORT',
    why: null,
    shownAs: null,
    organisationId: null,
    ...ask,
  };
}

/** So many people vote, each once. */
export async function votes(
  api: TestApi,
  idea: TestIdea,
  perspective: Perspective,
  people: number,
): Promise<readonly SignedInViewer[]> {
  const voters: SignedInViewer[] = [];
  for (let voter = 0; voter < people; voter += 1) {
    const viewer = await aPerson(api);
    const decision = await api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective }));
    if (!decision.ok) throw new Error(`The vote was refused: ${JSON.stringify(decision.reasons)}`);
    voters.push(viewer);
  }
  return voters;
}

/** Everything the gate to SUPPORTED asks for: two verified organisations named, one that would try it, three people heard. */
export async function supported(api: TestApi, idea: TestIdea, heard = 3): Promise<void> {
  const organisations = [await anOrganisation(api, { verified: true }), await anOrganisation(api, { verified: true })];
  for (const { admin, id } of organisations) {
    await api.app.get(CastVote).execute(admin, voteAsk(idea.id, { organisationId: id }));
  }
  await votes(api, idea, 'LIVED_EXPERIENCE', heard);
  const [first] = organisations;
  if (first === undefined) throw new Error('There are two organisations.');
  await api.app.get(DeclareAdoptionInterest).execute(first.admin, {
    ideaId: idea.id,
    organisationId: first.id,
    level: 'WOULD_PILOT',
    peopleServed: 120,
    note: null,
  });
}
