import { DEMONSTRATION_SEED, EASY_READ, type PlannedIdea, seededRandom } from '@openimpact/builders';
import { PERSPECTIVES, type Perspective } from '@openimpact/domain';

import { AddComment } from '../modules/discussion/index.js';
import { AnswerWhoWouldLead, AskWhoWouldLead, LogIdea } from '../modules/ideas/index.js';
import { AnswerHarm, CastVote, DeclareAdoptionInterest } from '../modules/support/index.js';
import { agreed, known, type World } from './world.js';

/** When the parts of an idea's story happen, in days before now. */
export interface IdeaTimes {
  readonly logged: number;
  /** Until when people vote and comment. */
  readonly supported: number;
  /** When it is ready to fund; where it never is, now. */
  readonly shaped: number;
}

export function timesOf(idea: PlannedIdea): IdeaTimes {
  const logged = idea.loggedDaysAgo;
  const firstRound = idea.rounds?.[0]?.openedDaysAgo;
  const shaped = idea.shaping === undefined ? 0 : firstRound === undefined ? logged * 0.3 : firstRound + 2;
  return {
    logged,
    shaped,
    supported: idea.shaping === undefined ? Math.max(logged - 30, logged * 0.1) : (logged + shaped) / 2,
  };
}

/** An idea is logged, and people say under their hats what they think of it. */
export function planIdea(world: World, idea: PlannedIdea): void {
  const { history } = world;
  const times = timesOf(idea);
  const random = seededRandom(`${DEMONSTRATION_SEED} ${idea.key}`);
  const during = (part: number) => times.logged - (times.logged - times.supported) * part;

  history.plan(times.logged, idea.title, async () => {
    const { ideaId } = await agreed(
      world.use(LogIdea).execute(await world.as(idea.author), {
        title: idea.title,
        need: idea.need,
        outcome: idea.outcome,
        easyRead: EASY_READ[idea.key] ?? '',
        peopleServed: idea.peopleServed,
        whatExists: idea.whatExists,
        themes: idea.themes,
        places: idea.places,
        language: 'en-GB',
        organisationId: world.organisationOf(idea.author),
      }),
    );
    world.ideas.set(idea.key, ideaId);
  });

  const supporters = supportersOf(world, idea);
  for (const [index, { handle, perspective }] of supporters.entries()) {
    history.plan(
      during(0.05 + (0.9 * (index + random.next())) / (supporters.length + 1)),
      `${handle} supports ${idea.key}`,
      async () => {
        await agreed(
          world.use(CastVote).execute(await world.as(handle), {
            ideaId: known(world.ideas, idea.key),
            perspective,
            answer: 'SUPPORT',
            why: null,
            shownAs: null,
            organisationId: world.organisationOf(handle),
          }),
        );
      },
    );
  }
  for (const [index, interest] of idea.interests.entries()) {
    history.plan(during(0.3 + index * 0.25), `${interest.organisation} about ${idea.key}`, async () => {
      await agreed(
        world.use(DeclareAdoptionInterest).execute(await world.as(interest.by), {
          ideaId: known(world.ideas, idea.key),
          organisationId: known(world.organisations, interest.organisation),
          level: interest.level,
          peopleServed: interest.peopleServed,
          note: interest.note,
        }),
      );
    });
  }
  for (const [index, comment] of idea.comments.entries()) {
    history.plan(during(0.2 + index * 0.2), `${comment.by} comments on ${idea.key}`, async () => {
      await agreed(
        world.use(AddComment).execute(await world.as(comment.by), {
          ideaId: known(world.ideas, idea.key),
          answersId: null,
          body: comment.text,
          stance: null,
          perspective: comment.perspective,
          shownAs: null,
        }),
      );
    });
  }
  planLeads(world, idea, during);
  planHarm(world, idea, during);
}

/** The author asks who would lead; some have answered. */
function planLeads(world: World, idea: PlannedIdea, during: (part: number) => number): void {
  for (const { organisation, question, answer } of idea.leads ?? []) {
    const about = () => ({
      ideaId: known(world.ideas, idea.key),
      organisationId: known(world.organisations, organisation),
    });
    world.history.plan(during(0.5), `${idea.author} asks ${organisation} to lead ${idea.key}`, async () => {
      const { ideaId, organisationId } = about();
      const ask = { ideaId, organisationIds: [organisationId], note: question };
      await agreed(world.use(AskWhoWouldLead).execute(await world.as(idea.author), ask));
    });
    if (answer === undefined) continue;
    const { by, wouldLead, note } = answer;
    world.history.plan(during(0.7), `${organisation} answers about ${idea.key}`, async () => {
      const said = wouldLead ? ('WOULD_LEAD' as const) : ('NOT_NOW' as const);
      await agreed(world.use(AnswerWhoWouldLead).execute(await world.as(by), { ...about(), answer: said, note }));
    });
  }
}

function planHarm(world: World, idea: PlannedIdea, during: (part: number) => number): void {
  const { harm } = idea;
  if (harm === undefined) return;
  world.history.plan(during(0.4), `${harm.by} warns about ${idea.key}`, async () => {
    await agreed(
      world.use(CastVote).execute(await world.as(harm.by), {
        ideaId: known(world.ideas, idea.key),
        perspective: 'LIVED_EXPERIENCE',
        answer: 'COULD_HARM',
        why: harm.why,
        shownAs: null,
        organisationId: null,
      }),
    );
  });
  world.history.plan(during(0.7), `${idea.author} answers ${harm.by}`, async () => {
    const ideaId = known(world.ideas, idea.key);
    const concerns: { token: string }[] = await world.database.query(
      `select token from votes where idea_id = $1 and answer = 'COULD_HARM' and withdrawn_at is null`,
      [ideaId],
    );
    for (const { token } of concerns) {
      await agreed(
        world.use(AnswerHarm).execute(await world.as(idea.author), { ideaId, concern: token, answer: harm.answer }),
      );
    }
  });
}

/**
 * Who supports an idea: by the seed among those who hold the hat. People who can name an organisation come first, and
 * of each organisation one before any second, because backing is asked from more than one.
 */
function supportersOf(world: World, idea: PlannedIdea): { handle: string; perspective: Perspective }[] {
  const random = seededRandom(`${DEMONSTRATION_SEED} support ${idea.key}`);
  return PERSPECTIVES.flatMap((perspective) => {
    const able = random.shuffle(
      world.plan.people.filter(
        (person) =>
          person.perspective === perspective && person.handle !== idea.author && person.handle !== idea.harm?.by,
      ),
    );
    const organisationOf = (handle: string) =>
      world.plan.organisations.find((one) => one.members.some((member) => member.person === handle))?.key;
    const first = able.filter((person, index) => {
      const organisation = organisationOf(person.handle);
      return (
        organisation !== undefined && able.findIndex((one) => organisationOf(one.handle) === organisation) === index
      );
    });
    const ordered = [...first, ...able.filter((person) => !first.includes(person))];
    return ordered.slice(0, idea.support[perspective] ?? 0).map(({ handle }) => ({ handle, perspective }));
  });
}
