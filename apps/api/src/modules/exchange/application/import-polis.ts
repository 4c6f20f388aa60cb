import {
  checkIdeaContent,
  replayPolis,
  totalVotes,
  type IdeaAsk,
  type PolisEvent,
  type PolisReplay,
  type RowFault,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { LogIdea } from '../../ideas/index.js';
import { CastVote, WithdrawVote } from '../../support/index.js';
import { ImportStore } from '../persistence/import-store.js';
import { type ImportOptions, type ImportReport, Importing, refused } from './importing.js';
import { readPolisFolder, type PolisConversation, type PolisStatement } from './read-polis-folder.js';

export interface ImportPolisOptions extends ImportOptions {
  /** What the statements are about: the export does not say it in our words. */
  readonly themes: readonly string[];
}

const TITLE_MOST = 120;

/**
 * Imports a conversation of the Polis software: each statement an idea, each agreement a vote, by the rules of
 * {@link replayPolis}. Nobody in it gets an account, and its votes meet no gate.
 */
@Injectable()
export class ImportPolis {
  constructor(
    private readonly imports: ImportStore,
    private readonly importing: Importing,
    private readonly logIdea: LogIdea,
    private readonly castVote: CastVote,
    private readonly withdrawVote: WithdrawVote,
  ) {}

  async execute(folder: string, { dryRun, progress, themes }: ImportPolisOptions): Promise<ImportReport> {
    const conversation = readPolisFolder(folder);
    const replay = replayPolis(
      conversation.events,
      new Map(conversation.statements.map(({ id, authorId }) => [id, authorId])),
    );
    const ideasKnown = await this.imports.known('IDEA');
    const steps = conversation.statements.length + replay.actions.length;
    const faults: RowFault[] = [...conversation.faults];
    const counts = {
      'ideas added': 0,
      'ideas already there': 0,
      'votes cast': 0,
      'votes withdrawn': 0,
      'events already there': 0,
      'own events skipped': replay.skippedOwn.length,
    };
    const ideaOf = new Map<string, string>();
    const people = await this.imports.known('PERSON');
    const personOf = async (participant: string): Promise<string> => {
      const key = `${conversation.key}:${participant}`;
      const id = people.get(key) ?? (await this.imports.addPerson(key, 'Imported participant'));
      people.set(key, id);
      return id;
    };

    let done = 0;
    for (const statement of conversation.statements) {
      const key = `${conversation.key}:${statement.id}`;
      const known = ideasKnown.get(key);
      const ask = ideaFrom(statement, conversation, themes);
      if (known !== undefined) counts['ideas already there'] += 1;
      else if (dryRun) {
        const checked = checkIdeaContent(ask);
        if (checked.ok) counts['ideas added'] += 1;
        else faults.push(...refused(statement.line, { title: 'comment-body', need: 'comment-body' }, checked.reasons));
      } else {
        const viewer = this.imports.viewer(await personOf(statement.authorId));
        const decision = await this.importing.from(key, () =>
          this.logIdea.execute(viewer, { ...ask, source: 'IMPORT' }),
        );
        if (decision.ok) {
          counts['ideas added'] += 1;
          ideaOf.set(statement.id, decision.value.ideaId);
        } else
          faults.push(...refused(statement.line, { title: 'comment-body', need: 'comment-body' }, decision.reasons));
      }
      if (known !== undefined) ideaOf.set(statement.id, known);
      done += 1;
      progress(done, steps);
    }

    if (dryRun) {
      counts['votes cast'] = replay.actions.filter(({ kind }) => kind === 'CAST').length;
      counts['votes withdrawn'] = replay.actions.length - counts['votes cast'];
      progress(steps, steps);
      return { counts, faults, notes: notesOf(replay) };
    }

    const votes = new Map(
      (await this.imports.votesOn([...ideaOf.values()])).map(({ ideaId, personId, withdrawn }) => [
        `${ideaId} ${personId}`,
        withdrawn,
      ]),
    );
    for (const { kind, event } of replay.actions) {
      const ideaId = ideaOf.get(event.statementId);
      if (ideaId !== undefined) {
        const personId = await personOf(event.voterId);
        const pair = `${ideaId} ${personId}`;
        const isThere = kind === 'CAST' ? votes.has(pair) : votes.get(pair) === true;
        if (isThere) counts['events already there'] += 1;
        else {
          const decision = await this.replayed(kind, ideaId, personId);
          if (decision.ok) {
            votes.set(pair, kind === 'WITHDRAW');
            counts[kind === 'CAST' ? 'votes cast' : 'votes withdrawn'] += 1;
          } else faults.push(...refused(lineOf(event, conversation), {}, decision.reasons));
        }
      }
      done += 1;
      progress(done, steps);
    }
    return { counts, faults, notes: notesOf(replay) };
  }

  private replayed(kind: 'CAST' | 'WITHDRAW', ideaId: string, personId: string) {
    const viewer = this.imports.viewer(personId);
    if (kind === 'WITHDRAW') return this.withdrawVote.execute(viewer, ideaId);
    const ask = {
      ideaId,
      perspective: 'PUBLIC',
      answer: 'SUPPORT',
      why: null,
      shownAs: 'PSEUDONYM',
      organisationId: null,
    } as const;
    return this.castVote.execute(viewer, ask, 'IMPORT');
  }
}

/** A statement as an idea. What the export does not say is said to be unsaid, not made up. */
function ideaFrom(statement: PolisStatement, { topic }: PolisConversation, themes: readonly string[]): IdeaAsk {
  const { body } = statement;
  const title = body.length <= TITLE_MOST ? body : `${body.slice(0, TITLE_MOST - 1).replace(/\s+\S*$/, '')}…`;
  return {
    title,
    need: body,
    outcome: `Not said. This is a statement from the public consultation “${topic}”.`,
    peopleServed: `People who took part in “${topic}”`,
    themes,
    language: 'en',
  };
}

function lineOf(event: PolisEvent, { lines }: PolisConversation): number {
  return lines.get(event) ?? 1;
}

function notesOf(replay: PolisReplay): readonly string[] {
  return [
    `${totalVotes(replay)} votes stand at the end, by the rules: an agreement is a vote, anything later by that person on that statement withdraws it.`,
    `${replay.skippedOwn.length} events of authors on their own statements were skipped: authors do not vote on their own idea.`,
    `${replay.withoutVote} disagreements and passes by people who had not agreed before have nothing to stand for here.`,
    ...(replay.afterWithdrawal > 0
      ? [`${replay.afterWithdrawal} events came after a withdrawal and changed nothing.`]
      : []),
    ...(replay.unknownStatements.length > 0
      ? [`${replay.unknownStatements.length} events are about statements the export does not hold.`]
      : []),
  ];
}
