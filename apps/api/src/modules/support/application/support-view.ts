import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { sql, type Sql } from '../../../platform/database/index.js';
import { ideaPermissionFields, ideaView, ofIdeasTogether, standing } from '../../ideas/index.js';
import {
  organisationsNamed,
  publiclyCounted,
  publicVotes,
  supportApart,
  toldAnswers,
  toldByPerspective,
} from './public-support.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';

const organisation: ViewField = (at) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`);

export const adoptionInterestView = defineView('AdoptionInterest', {
  id: idOf('adoption'),
  organisation,
  level: column('level'),
  peopleServed: column('people_served'),
  note: column('note'),
  declaredAt: time('created_at'),
});

function pseudonym(at: At): Sql {
  return sql`(select p.name from idea_pseudonyms p where p.idea_id = ${at.col('idea_id')} and p.person_id = ${at.col('person_id')} and ${at.col('shown_as')} = 'PSEUDONYM')`;
}

/** The viewer's own vote; nobody else is ever answered with it. */
export const viewerVoteView = defineView('Vote', {
  perspective: column('perspective'),
  answer: column('answer'),
  why: column('why'),
  shownAs: column('shown_as'),
  pseudonym,
  organisation,
  castAt: time('created_at'),
  counted: (at) => sql`(${at.col('published_at')} is not null)`,
  askedVersion: column('asked_version'),
  confirmedAt: time('confirmed_at'),
});

/** What somebody with experience said could go wrong: under a random token, without a time. */
export const concernView = defineView('Concern', {
  id: (at) => sql`'concern_' || ${at.col('token')}`,
  why: column('why'),
  pseudonym,
  person: (at) =>
    at.one(
      personView,
      (person) => sql`people ${person} where ${person}.id = ${at.col('person_id')} and ${at.col('shown_as')} = 'NAME'`,
    ),
  answer: (at) => sql`(select a.answer from concern_answers a where a.vote_id = ${at.col('id')})`,
  answeredOn: (at) =>
    sql`(select to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD') from concern_answers a where a.vote_id = ${at.col('id')})`,
});

/** Sums of the idea's counters. */
function counted(expression: Sql): ViewField {
  return (at) => sql`(select ${expression} from vote_counters c where c.idea_id = ${at.col('id')})`;
}

/** Authors have to answer every concern, so they see also those without words; others see what was said. */
function visibleConcern(at: At, vote: Sql): Sql {
  const person = at.viewer.person?.id ?? null;
  return sql`(${vote}.why <> '' or ${person}::uuid = ${at.col('author_id')}
    or exists (select from idea_co_authors c where c.idea_id = ${at.col('id')} and c.person_id = ${person}::uuid))`;
}

extendView(ideaView, {
  support: (at) =>
    at.embed({
      // A list is a moment behind; the page of an idea, and the answer to a vote, are not.
      votes: () => (at.listed ? at.col('votes_support') : publicVotes(at.col('id'))),
      organisations: column('organisations_count'),
      imported: counted(sql`coalesce(sum(c.imported), 0)::int`),
      // Both never sent as they are: the resolver passes them through the small-number rules.
      byPerspective: () => toldByPerspective(at.col('id')),
      answers: () => toldAnswers(at.col('id')),
      byOrganisation: () => organisationsNamed(at.col('id')),
      apart: () => supportApart(at.col('id')),
      peopleServed: () =>
        sql`(select coalesce(sum(a.people_served), 0)::int from adoption_interests a where a.idea_id = ${at.col('id')} and a.withdrawn_at is null)`,
      adoptionInterests: (inner) =>
        inner.page(adoptionInterestView, {
          from: (interest) => sql`adoption_interests ${interest}`,
          where: (interest) => [sql`${interest}.idea_id = ${at.col('id')}`, sql`${interest}.withdrawn_at is null`],
          order: (interest) => ({
            direction: 'asc',
            by: [
              { expression: sql`${interest}.created_at`, type: 'timestamptz' },
              { expression: sql`${interest}.id`, type: 'uuid' },
            ],
          }),
          args: inner.args,
        }),
      concerns: (inner) =>
        inner.page(concernView, {
          from: (vote) => sql`votes ${vote}`,
          where: (vote) => [
            ofIdeasTogether(sql`${vote}.idea_id`, at.col('id')),
            sql`${vote}.answer = 'COULD_HARM'`,
            // Shown once, where it was said.
            sql`${vote}.carried_from_id is null`,
            publiclyCounted(vote),
            visibleConcern(at, vote),
          ],
          // By random token: an order by time would tell who voted when.
          order: (vote) => ({ direction: 'asc', by: [{ expression: sql`${vote}.token`, type: 'uuid' }] }),
          args: inner.args,
        }),
    }),
  viewerVote: (at) =>
    at.one(
      viewerVoteView,
      (vote) =>
        sql`votes ${vote} where ${vote}.idea_id = ${at.col('id')} and ${vote}.person_id = ${at.viewer.person?.id ?? null}::uuid and ${vote}.withdrawn_at is null`,
    ),
});

/** What rules ask about the viewer as a voter, beside their standing. */
function voter(at: At): Sql {
  const person = at.viewer.person?.id ?? null;
  return sql`(${standing(at)}::jsonb || jsonb_build_object(
    'emailVerified', not exists (select from auth_users u where u.id = ${person}::uuid and not u.email_verified),
    'hasVote', exists (select from votes v where v.idea_id = ${at.col('id')} and v.person_id = ${person}::uuid and v.withdrawn_at is null),
    'organisationsHeld', coalesce((select jsonb_agg(m.organisation_id) from memberships m where m.person_id = ${person}::uuid and m.left_at is null), '[]'::jsonb)))`;
}

Object.assign(ideaPermissionFields, {
  vote: voter,
  withdrawVote: voter,
  declareAdoptionInterest: voter,
} satisfies Record<string, ViewField>);
