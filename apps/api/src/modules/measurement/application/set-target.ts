import { accept, setTarget, type Decision, type SetTargetRefusalReason, type TargetAsk } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayCoordinate, VentureWork, type VenturePolicyReason } from '../../ventures/index.js';
import { IndicatorStore } from '../persistence/indicator-store.js';

export interface SetTargetCommand extends TargetAsk {
  readonly ventureId: string;
  readonly indicatorId: string;
}

/** States where an indicator stood at the beginning and where a venture wants it to be. */
@Injectable()
export class SetTarget {
  constructor(
    private readonly work: VentureWork,
    private readonly indicators: IndicatorStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: SetTargetCommand,
  ): Promise<Decision<{ readonly ventureId: string }, SetTargetRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const indicator = await this.indicators.tracked(tx, venture.id, command.indicatorId);
      if (indicator === undefined) throw new NotFoundError('The indicator');
      const decision = setTarget(command, { status: venture.status, indicator });
      if (!decision.ok) return decision;
      await this.indicators.setTarget(tx, venture.id, indicator.id, decision.value);
      const { baseline, target } = decision.value;
      // Targets are moved; the log keeps which stood when. A band is said as one.
      const said = (one: typeof target) =>
        one === null ? '' : `${one.value ?? `fewer than ${one.under ?? ''}`} on ${one.on}`;
      await log(
        'indicator.target_set',
        { type: 'Indicator', id: indicator.id },
        { indicator: indicator.title, baseline: said(baseline), target: said(target) },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
