import { accept, noVoteOpensIt, publishSupport } from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { Reader, together, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Gates } from '../../ideas/index.js';
import { factsOf, PublicationStore, publicationFacts, type PublicationRow } from '../persistence/publication-store.js';

/** More than this process sees in one turn of the tail; where another process leads, nobody takes them away. */
const MOST_TRIED = 10_000;
/** How many ideas one transaction asks for; the next run takes the rest. */
const MOST_IDEAS = 1_000;

/** Makes votes that nobody is named for public, together with others. */
@Injectable()
export class PublishSupport {
  private readonly log = new Logger(PublishSupport.name);
  /** Of voters who come at once, one look sees for all. */
  private readonly factsOf: (ideaId: string) => Promise<PublicationRow | undefined>;
  /** Entries of the log after which this process did what follows. */
  private readonly tried = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    reader: Reader,
    private readonly publications: PublicationStore,
    private readonly activity: ActivityLog,
    private readonly gates: Gates,
    jobs: Jobs,
  ) {
    this.factsOf = together((ideaIds) => reader.query<PublicationRow>(publicationFacts(ideaIds)));
    jobs.every('support.publish', 15, () => this.endOfDay());
  }

  /**
   * Publishes what may be published of an idea, and then tries its gate, which sees only what is public. Looked at without
   * a lock first, because most votes publish nothing and those of a crowd must not queue. Harmless when repeated; a failure
   * here undoes no vote. Answers false where something is left to do, for which the tail asks again.
   *
   * The gate is not asked where that look says that no vote opens it. Whoever declares an interest after the look asks the
   * gate under the idea's lock, and sees every vote that was public by then; one that is published here is not yet.
   */
  async try(ideaId: string): Promise<boolean> {
    let isDone = true;
    try {
      const row = await this.factsOf(ideaId);
      const maybe = row && publishSupport(factsOf(row));
      if (maybe && (maybe.release || maybe.tell !== null)) isDone = await this.publish(ideaId);
      else if (row && noVoteOpensIt(row)) return true;
    } catch (error) {
      isDone = false;
      this.log.error({
        message: 'Votes could not be published; the tail tries it again.',
        error: error instanceof Error ? error.message : 'unknown',
      });
    }
    return (await this.gates.try(ideaId)) && isDone;
  }

  /** The same after the commit of what this entry of the log says, so that the tail need not repeat it. */
  async tryAfter(activityId: string, ideaId: string): Promise<void> {
    if (!(await this.try(ideaId))) return;
    if (this.tried.size >= MOST_TRIED) this.tried.clear();
    this.tried.add(activityId);
  }

  /** Asked once of each entry. */
  wasTried(activityId: string): boolean {
    return this.tried.delete(activityId);
  }

  /** Votes that waited for their day to end. */
  async endOfDay(): Promise<void> {
    const due = await this.unitOfWork.run(async (tx) => accept(await this.publications.due(tx, MOST_IDEAS)));
    for (const ideaId of due.ok ? due.value : []) await this.try(ideaId);
  }

  /** False when somebody else is at it, who may have begun before the last vote came. */
  private async publish(ideaId: string): Promise<boolean> {
    const { ok, value } = await this.unitOfWork.run(async (tx) => {
      if (!(await this.publications.lock(tx, ideaId))) return accept(false);
      const facts = await this.publications.facts(tx, ideaId);
      const { release, tell } = publishSupport(facts);
      if (release) await this.publications.release(tx, ideaId);
      if (tell !== null) await this.publications.tell(tx, ideaId, tell, facts);
      if (release || (tell?.length ?? 0) > 0) {
        await this.activity.append(tx, {
          kind: 'vote.counted',
          subject: { type: 'Idea', id: ideaId },
          ideaId,
          visibility: 'PUBLIC',
        });
      }
      return accept(true);
    });
    return ok && value;
  }
}
