import { type At, column, defineView, extendView, time } from '../../../platform/graphql/index.js';
import { sql } from '../../../platform/database/index.js';
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';

const organisation = (name: string) => (at: At) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col(name)}`);

export const groupSessionView = defineView('GroupSession', {
  code: column('code'),
  place: column('place'),
  organisation: organisation('organisation_id'),
  ideas: (at) =>
    at.many(
      ideaView,
      (idea) =>
        sql`ideas ${idea} join group_session_ideas g on g.idea_id = ${idea}.id where g.session_id = ${at.col('id')} order by g.position`,
    ),
  endsAt: time('ends_at'),
  isOpen: (at) => sql`(${at.col('ends_at')} > app_now())`,
  viewerOpened: (at) => sql`coalesce(${at.col('opened_by_id')} = ${at.viewer.person?.id ?? null}::uuid, false)`,
});

/** Votes the viewer recorded for others; nobody else is ever answered with them. */
const recordedVoteView = defineView('RecordedVote', {
  id: (at) => sql`'recorded_' || ${at.col('token')}`,
  perspective: column('perspective'),
  answer: column('answer'),
  organisation: organisation('recorded_for_id'),
  recordedAt: time('created_at'),
});

extendView(ideaView, {
  viewerRecordedVotes: (at) =>
    at.many(
      recordedVoteView,
      (
        vote,
      ) => sql`votes ${vote} where ${vote}.idea_id = ${at.col('id')} and ${vote}.source = 'RECORDED' and ${vote}.withdrawn_at is null
        and ${vote}.recorded_by_id = ${at.viewer.person?.id ?? null}::uuid order by ${vote}.created_at desc`,
    ),
});
