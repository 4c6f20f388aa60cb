import { createHash } from 'node:crypto';

import {
  accept,
  type AddressRefusal,
  RETURN_LIMITS,
  submitReturn,
  type Decision,
  type OutputKind,
  type SubmitReturnAsk,
  type SubmitReturnRefusal,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, rowId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type AttachRefusal, Uploads } from '../../uploads/index.js';
import { ObligationStore, type StoredObligation } from '../persistence/obligation-store.js';
import { ReturnStore } from '../persistence/return-store.js';
import { readTies } from './facts.js';
import { LookAtAddress } from './look-at-address.js';
import { componentsBuiltOn, judgeLicence } from './judge-licence.js';

export interface SubmitReturnCommand extends SubmitReturnAsk {
  readonly obligationId: string;
  readonly language: string;
  /** Opaque ids of the components it builds on. Null: those of the offers that were accepted, for software. */
  readonly componentIds: readonly string[] | null;
  /** Opaque ids of files sent before. */
  readonly uploadIds: readonly string[];
}

/** Submits what was promised. The promise's clock stands still until somebody has looked at it. */
@Injectable()
export class SubmitReturn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly obligations: ObligationStore,
    private readonly returns: ReturnStore,
    private readonly uploads: Uploads,
    private readonly lookAtAddress: LookAtAddress,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: SubmitReturnCommand,
  ): Promise<
    Decision<
      { readonly returnId: string; readonly obligationId: string },
      SubmitReturnRefusal | AttachRefusal | AddressRefusal
    >
  > {
    const seen = await this.look(viewer, command);
    if (!seen.ok) return seen;
    return this.unitOfWork.run(async (tx) => {
      const obligation = await this.obligations.lock(tx, command.obligationId);
      if (!obligation) throw new NotFoundError('This promise');
      const named = await this.namedComponents(tx, obligation, command.componentIds);
      const components = await componentsBuiltOn(tx, named.ids);
      const ties = await readTies(tx, obligation.id, viewer.person.id);
      const work = { licence: command.licence, condition: obligation.licenceCondition, kind: obligation.kind };
      const decision = submitReturn(
        { ...command, files: command.uploadIds.length },
        {
          today: (await tx.now()).toISOString().slice(0, 10),
          record: obligation.record,
          kind: obligation.kind,
          worksForVenture: ties.worksForVenture,
          unknownComponents: [
            ...named.unreadable,
            ...named.ids.filter((id) => !components.some((component) => component.id === id)),
          ],
          components: named.ids.length,
          licence: judgeLicence(work, components),
        },
      );
      if (!decision.ok) return decision;
      const files = await this.uploads.attach(tx, viewer, {
        uploadIds: command.uploadIds,
        kind: 'FILE',
        most: RETURN_LIMITS.files,
        path: ['input', 'uploadIds'],
        personalDataChecked: command.personalDataChecked === true,
      });
      if (!files.ok) return files;

      const { content, judgement } = decision.value;
      const at = await tx.now();
      const id = newId();
      const number = await this.returns.add(tx, {
        id,
        obligationId: obligation.id,
        content,
        contentHash: createHash('sha256')
          .update(
            JSON.stringify([
              content.title,
              content.licence,
              content.address,
              content.text,
              // Told apart by what is in them, not by what they are called.
              ...files.value.map(({ sha256 }) => sha256).toSorted(),
            ]),
          )
          .digest(),
        language: command.language,
        ...seen.value,
        judgement,
        components,
        fileIds: files.value.map(({ id }) => id),
        by: { personId: viewer.person.id, at },
      });
      await this.obligations.record(tx, obligation.id, 'SUBMITTED', { at });
      await this.activity.append(tx, {
        kind: 'return.submitted',
        subject: { type: 'Return', id },
        ideaId: obligation.ideaId,
        ventureId: obligation.ventureId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { obligationId: obligation.id, number, licence: content.licence, verdict: judgement.verdict },
      });
      return accept({ returnId: id, obligationId: obligation.id });
    });
  }

  /** Looks at the address before anything is locked, and only for somebody who may share what is there. */
  private async look(viewer: SignedInViewer, { obligationId, address }: SubmitReturnCommand) {
    const asked = await this.unitOfWork.run(async (tx) => {
      const found = await tx.one<{ kind: OutputKind }>(sql`
        select a.kind from obligations o join agreement_outputs a on a.id = o.agreement_output_id where o.id = ${obligationId}`);
      if (!found) throw new NotFoundError('This promise');
      const { worksForVenture } = await readTies(tx, obligationId, viewer.person.id);
      return { ...found, worksForVenture, now: await tx.now() };
    });
    return this.lookAtAddress.execute(asked.worksForVenture ? address : null, asked.kind, asked.now);
  }

  private async namedComponents(
    tx: Tx,
    obligation: StoredObligation,
    given: readonly string[] | null,
  ): Promise<{ ids: readonly string[]; unreadable: readonly string[] }> {
    if (given !== null) {
      const ids = [...new Set(given)].map((opaque) => ({ opaque, id: rowId('component', opaque) }));
      return {
        ids: ids.flatMap(({ id }) => id ?? []),
        unreadable: ids.filter(({ id }) => id === undefined).map(({ opaque }) => opaque.slice(0, 80).toWellFormed()),
      };
    }
    if (obligation.kind !== 'SOFTWARE' && obligation.kind !== 'API') return { ids: [], unreadable: [] };
    const accepted = await tx.query<{ id: string }>(sql`
      select distinct component_id as id from reuse_offers where idea_id = ${obligation.ideaId} and status = 'ACCEPTED'`);
    return { ids: accepted.map(({ id }) => id), unreadable: [] };
  }
}
