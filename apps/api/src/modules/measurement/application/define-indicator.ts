import {
  accept,
  defineIndicator,
  indicatorKey,
  type Decision,
  type DefineIndicatorRefusalReason,
  type IndicatorAsk,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { type IndicatorList, IndicatorStore } from '../persistence/indicator-store.js';
import { type IndicatorPolicyReason, IndicatorWork } from './indicator-work.js';

export interface DefineIndicatorCommand extends IndicatorAsk {
  readonly list: IndicatorList;
}

/** Adds an indicator to a venture's own list or to a data standard. */
@Injectable()
export class DefineIndicator {
  constructor(
    private readonly work: IndicatorWork,
    private readonly indicators: IndicatorStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    { list, ...ask }: DefineIndicatorCommand,
  ): Promise<Decision<{ readonly indicatorId: string }, DefineIndicatorRefusalReason | IndicatorPolicyReason>> {
    return this.work.on(viewer, list, async ({ tx, by, log }) => {
      const others = await this.indicators.list(tx, list);
      const decision = defineIndicator(
        ask,
        others.map(({ title }) => title),
      );
      if (!decision.ok) return decision;
      const key = indicatorKey(
        decision.value.title,
        others.map((other) => other.key),
      );
      const { id } = await this.indicators.add(tx, list, { ...decision.value, key }, by);
      // What a venture defines for itself it reports against; a standard's it takes up.
      if (list.ventureId != null) await this.indicators.track(tx, list.ventureId, id, by.at);
      await log('indicator.defined', { type: 'Indicator', id }, { title: decision.value.title });
      return accept({ indicatorId: id });
    });
  }
}
