import { createHash, randomInt } from 'node:crypto';

import {
  accept,
  type BallotWithoutAccount,
  castSessionVote,
  type CastSessionVoteRefusal,
  type Decision,
  type IdeaStage,
  openGroupSession,
  type OpenSessionRefusal,
  refuse,
  SESSION_CODE_LENGTH,
  SESSION_CODE_LETTERS,
  SESSION_HOURS,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { VoteStore } from '../persistence/vote-store.js';

export interface OpenGroupSessionCommand {
  readonly ideaIds: readonly string[];
  readonly place: string | null;
  readonly people: number;
  readonly organisationId: string;
}

export interface CastSessionVoteCommand extends BallotWithoutAccount {
  readonly code: string;
  readonly ideaId: string;
  /** Random, made by the device, and kept there for the session. */
  readonly voter: string;
}

/** A code as somebody reads it out: capitals or not, with spaces or hyphens between. */
export function tidyCode(raw: string): string {
  return raw
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, SESSION_CODE_LENGTH);
}

/**
 * Sessions in which people in one room vote without accounts, for two hours. Their votes are counted apart and meet no gate;
 * nobody sees another's, and nothing is told of a session before it is over.
 */
@Injectable()
export class GroupSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly votes: VoteStore,
    private readonly activity: ActivityLog,
  ) {}

  open(
    viewer: SignedInViewer,
    command: OpenGroupSessionCommand,
  ): Promise<Decision<{ readonly code: string }, OpenSessionRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const ideaIds = [...new Set(command.ideaIds)];
      const stages: IdeaStage[] = [];
      for (const id of ideaIds.slice(0, 20)) {
        const idea = await this.ideas.share(tx, id);
        if (idea === null) throw new NotFoundError('That idea');
        stages.push(idea.stage);
      }
      const row = await tx.one<{ open: number }>(sql`
        select count(*)::int as open from group_sessions where opened_by_id = ${viewer.person.id} and ends_at > app_now()`);
      const facts = { organisationsHeld: organisationIdsOf(acting), stages, open: row?.open ?? 0 };
      const decision = openGroupSession(command, facts);
      if (!decision.ok) return decision;

      const id = newId();
      const letters = Array.from(
        { length: SESSION_CODE_LENGTH },
        () => SESSION_CODE_LETTERS[randomInt(SESSION_CODE_LETTERS.length)],
      );
      const code = letters.join('');
      // One moment for both: the clock goes on within a statement.
      await tx.query(sql`
        with at as materialized (select app_now() as now)
        insert into group_sessions (id, code, place, people, opened_by_id, organisation_id, opened_at, ends_at)
        select ${id}, ${code}, ${decision.value.place}, ${decision.value.people}, ${viewer.person.id}, ${command.organisationId}, at.now, at.now + make_interval(hours => ${SESSION_HOURS})
        from at`);
      for (const [position, ideaId] of ideaIds.entries()) {
        await tx.query(
          sql`insert into group_session_ideas (session_id, idea_id, position) values (${id}, ${ideaId}, ${position})`,
        );
      }
      await this.activity.append(tx, {
        kind: 'group_session.opened',
        subject: { type: 'GroupSession', id },
        organisationId: command.organisationId,
        actorId: viewer.person.id,
        visibility: 'ORGANISATION',
      });
      return accept({ code });
    });
  }

  /** Ends a session before its time; whoever opened it may. */
  close(viewer: SignedInViewer, code: string): Promise<Decision<{ readonly code: string }, never>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await tx.one(sql`
        update group_sessions set ends_at = least(ends_at, greatest(app_now(), opened_at)) where code = ${tidyCode(code)} and opened_by_id = ${viewer.person.id} returning id`);
      if (row === undefined) throw new NotFoundError('That session');
      return accept({ code: tidyCode(code) });
    });
  }

  async cast(command: CastSessionVoteCommand): Promise<Decision<{ readonly code: string }, CastSessionVoteRefusal>> {
    try {
      return await this.castOnce(command);
    } catch (error) {
      if (constraintName(error) === 'votes_one_per_session_voter_key') return refuse([{ code: 'ALREADY_VOTED' }]);
      throw error;
    }
  }

  private castOnce(
    command: CastSessionVoteCommand,
  ): Promise<Decision<{ readonly code: string }, CastSessionVoteRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const code = tidyCode(command.code);
      const idea = await this.ideas.share(tx, command.ideaId);
      const session = await tx.one<{ id: string; people: number; isOpen: boolean }>(sql`
        select s.id, s.people, s.ends_at > app_now() as "isOpen" from group_sessions s
        where s.code = ${code} and exists (select from group_session_ideas i where i.session_id = s.id and i.idea_id = ${command.ideaId}) for no key update of s`);
      if (idea === null || session === undefined) throw new NotFoundError('That session');
      // Of this session only: a device in two sessions is two that nobody can join.
      const voter = createHash('sha256').update(`${session.id} ${command.voter}`).digest();
      const row = await tx.one<{ cast: number; hasVote: boolean }>(sql`
        select count(*)::int as cast, coalesce(bool_or(session_voter = ${voter}), false) as "hasVote"
        from votes where session_id = ${session.id} and idea_id = ${idea.id}`);
      const facts = { ...session, cast: row?.cast ?? 0, hasVote: row?.hasVote ?? false, stage: idea.stage };
      const decision = castSessionVote(command, facts);
      if (!decision.ok || command.perspective === null)
        return decision.ok ? refuse([{ code: 'PERSPECTIVE_MISSING', path: [] }]) : decision;

      const { perspective, answer } = command;
      await this.votes.addApart(tx, {
        ideaId: idea.id,
        perspective,
        answer,
        source: 'SESSION',
        sessionId: session.id,
        voter,
      });
      return accept({ code });
    });
  }
}
