import { accept, type Decision, redact, redactable, type RedactionKind, type RedactRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Uploads } from '../../uploads/index.js';
import { type Place, RedactionStore } from '../persistence/redaction-store.js';

export interface RedactCommand {
  readonly text: string;
  readonly kind: RedactionKind;
  readonly subject: { readonly type: string; readonly id: string } | null;
}

/** How often it is looked again for what was written while it was being taken out. */
const LOOKS = 3;

/**
 * Takes a text out of everything: every wording, comment, message and address of this installation, and out of the log with
 * its salt. Feeds, search, exports and pages are made from these, so it is gone there too. A file in which it stands is
 * taken away whole: rewritten, it would no longer be what its sender vouched for, and a mark says that there was one.
 */
@Injectable()
export class Redact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly redactions: RedactionStore,
    private readonly uploads: Uploads,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
  ) {
    jobs.task('forget_requests', () => this.unitOfWork.run((tx) => this.redactions.forgetRequests(tx)));
  }

  async execute(
    viewer: SignedInViewer,
    command: RedactCommand,
  ): Promise<Decision<{ readonly places: number }, RedactRefusal>> {
    let taken = 0;
    const allowed = redact(command.text, { isSteward: viewer.person.steward, places: 1 });
    if (!allowed.ok) return allowed;
    for (let look = 1; look <= LOOKS; look += 1) {
      // Found before the transaction, which then locks only what it changes.
      const places = await this.preview(viewer, command.text);
      if (look > 1 && rowsOf(places) === 0) break;
      const decision = await this.takeOut(viewer, command, places);
      if (!decision.ok) return decision;
      taken += decision.value.places;
    }
    return accept({ places: taken });
  }

  /** Where a text stands; nowhere, for whoever may not take it out. */
  async preview(viewer: SignedInViewer, text: string): Promise<readonly Place[]> {
    const allowed = redact(text, { isSteward: viewer.person.steward, places: 1 });
    return allowed.ok ? this.redactions.places(redactable(text)) : [];
  }

  private takeOut(
    viewer: SignedInViewer,
    { text, kind, subject }: RedactCommand,
    places: readonly Place[],
  ): Promise<Decision<{ readonly places: number }, RedactRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const decision = redact(text, { isSteward: person.steward, places: rowsOf(places) });
      if (!decision.ok) return decision;

      const files = await this.redactions.filesWith(tx, decision.value.text);
      await this.uploads.remove(
        tx,
        files.map(({ id }) => id),
      );
      const changed = await this.redactions.takeOut(tx, decision.value.text, places);
      const writers = new Set([...changed, ...files.map(({ sentById }) => sentById)]);
      await this.redactions.forgetRequests(tx);
      const at = await tx.now();
      await this.jobs.add(tx, 'forget_requests', {}, { runAt: new Date(at.getTime() + 25 * 3_600_000) });
      const rows = rowsOf(places);
      const id = await this.redactions.record(tx, { kind, subject, places: rows, stewardId: person.id });
      await this.activity.append(tx, {
        kind: 'text.redacted',
        subject: { type: 'Redaction', id },
        ...(subject?.type === 'Idea' ? { ideaId: subject.id } : {}),
        actorId: person.id,
        visibility: 'PRIVATE',
        content: { kind },
        tell: [...writers].filter((writer) => writer !== person.id),
      });
      return accept({ places: rows });
    });
  }
}

function rowsOf(places: readonly Place[]): number {
  return places.reduce((total, { rows }) => total + rows, 0);
}
