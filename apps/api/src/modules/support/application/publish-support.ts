import { accept, publishSupport } from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { Reader, together, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Gates } from '../../ideas/index.js';
import { factsOf, PublicationStore, publicationFacts, type PublicationRow } from '../persistence/publication-store.js';

/** How many ideas one transaction asks for; the next run takes the rest. */
const MOST_IDEAS = 1_000;

/** Makes votes that nobody is named for public, together with others. */
@Injectable()
export class PublishSupport {
  private readonly log = new Logger(PublishSupport.name);
  /** Of voters who come at once, one look sees for all. */
  private readonly factsOf: (ideaId: string) => Promise<PublicationRow | undefined>;

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
   * here undoes no vote, and the tail asks again.
   */
  async try(ideaId: string): Promise<void> {
    try {
      const row = await this.factsOf(ideaId);
      const maybe = row && publishSupport(factsOf(row));
      if (maybe && (maybe.release || maybe.tell !== null)) await this.publish(ideaId);
    } catch (error) {
      this.log.error({
        message: 'Votes could not be published; the tail tries it again.',
        error: error instanceof Error ? error.message : 'unknown',
      });
    }
    await this.gates.try(ideaId);
  }

  /** Votes that waited for their day to end. */
  async endOfDay(): Promise<void> {
    const due = await this.unitOfWork.run(async (tx) => accept(await this.publications.due(tx, MOST_IDEAS)));
    for (const ideaId of due.ok ? due.value : []) await this.try(ideaId);
  }

  private async publish(ideaId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
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
  }
}
