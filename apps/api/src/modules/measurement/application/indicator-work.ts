import type { Decision } from '@openimpact/domain';
import { accept, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';

import { mayCoordinate, SPEAKING_ROLES, VentureWork, type VenturePolicyReason } from '../../ventures/index.js';
import type { By, IndicatorList } from '../persistence/indicator-store.js';

export type IndicatorPolicyReason =
  | VenturePolicyReason
  | { readonly code: 'NOT_A_STANDARD' }
  | { readonly code: 'NOT_GIVING_THIS_STANDARD' };

/** What a change of a list of indicators works with: the owner is locked and the viewer may change it. */
export interface ListWork {
  readonly tx: Tx;
  readonly by: By;
  log(
    kind: string,
    subject: { readonly type: string; readonly id: string },
    content: Record<string, unknown>,
  ): Promise<void>;
}

/** Runs a change of the list of a venture or of a data standard, under its owner's lock and by its owner's rules. */
@Injectable()
export class IndicatorWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ventures: VentureWork,
    private readonly activity: ActivityLog,
  ) {}

  /** @throws {NotFoundError} when there is no such venture or entry */
  on<T, R>(
    viewer: SignedInViewer,
    list: IndicatorList,
    change: (work: ListWork) => Promise<Decision<T, R>>,
  ): Promise<Decision<T, R | IndicatorPolicyReason>> {
    return list.ventureId == null
      ? this.onStandard(viewer, list.entryId, change)
      : this.ventures.on(viewer, list.ventureId, async ({ tx, venture, by, acting, log }) => {
          const allowed = mayCoordinate(acting, venture);
          return allowed.ok ? change({ tx, by, log }) : allowed;
        });
  }

  private onStandard<T, R>(
    viewer: SignedInViewer,
    entryId: string,
    change: (work: ListWork) => Promise<Decision<T, R>>,
  ): Promise<Decision<T, R | IndicatorPolicyReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const entry = await tx.one<{ kind: string; organisationId: string }>(sql`
        select kind, organisation_id as "organisationId" from commons_entries where id = ${entryId} and status = 'PUBLISHED' for no key update`);
      if (entry === undefined) throw new NotFoundError('The entry');
      const allowed = mayChange(acting, entry);
      if (!allowed.ok) return allowed;
      const by = { personId: viewer.person.id, at: await tx.now() };
      return change({
        tx,
        by,
        log: async (kind, subject, content) => {
          const { organisationId } = entry;
          await this.activity.append(tx, {
            kind,
            subject,
            organisationId,
            actorId: viewer.person.id,
            visibility: 'PUBLIC',
            content: { ...content, entry: `entry_${entryId}` },
          });
        },
      });
    });
  }
}

function mayChange(
  viewer: SignedInViewer,
  entry: { readonly kind: string; readonly organisationId: string },
): Decision<null, IndicatorPolicyReason> {
  const reasons: IndicatorPolicyReason[] = [];
  if (entry.kind !== 'DATA_STANDARD') reasons.push({ code: 'NOT_A_STANDARD' });
  if (!belongsTo(viewer, entry.organisationId, ...SPEAKING_ROLES)) reasons.push({ code: 'NOT_GIVING_THIS_STANDARD' });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}
