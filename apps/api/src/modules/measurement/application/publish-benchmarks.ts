import { accept, benchmarkOf, publishBenchmark } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { BenchmarkStore, type WaitingPlace } from '../persistence/benchmark-store.js';
import { PUBLISH_BENCHMARKS } from './keep-measurements.js';

/**
 * Tells everybody what organisations measured, where at least five of them changed since it was last told.
 *
 * What is told is stored, so that reading costs the same whatever it was made of, and nobody who reads it again and again
 * sees the value of one come or go.
 */
@Injectable()
export class PublishBenchmarks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly benchmarks: BenchmarkStore,
    private readonly activity: ActivityLog,
    private readonly jobs: Jobs,
  ) {
    jobs.task(PUBLISH_BENCHMARKS, () => this.waiting());
    jobs.every('benchmarks.look_again', 60, () => this.waiting());
    activity.whenever('organisation.verified', async (tx, { subject }) => {
      await this.benchmarks.waitForAllOf(tx, subject.id);
      await this.jobs.add(tx, PUBLISH_BENCHMARKS, {}, { key: PUBLISH_BENCHMARKS });
    });
  }

  /** Looks at every place where something changed, each in a transaction of its own. */
  async waiting(): Promise<void> {
    for (;;) {
      const looked = await this.unitOfWork.run(async (tx) => {
        const place = await this.benchmarks.takeWaiting(tx);
        if (place !== undefined) await this.look(tx, place);
        return accept(place !== undefined);
      });
      if (!looked.value) return;
    }
  }

  private async look(tx: Tx, place: WaitingPlace): Promise<void> {
    const values = await this.benchmarks.counted(tx, place);
    const before = await this.benchmarks.find(tx, place);
    const ids = values.map(({ id }) => id);
    const apart = before === undefined ? [] : await this.benchmarks.apart(tx, before.id, ids);
    const what = publishBenchmark({ counted: values.length, told: before?.told ?? 0, apart });
    if (what === 'KEEP') return;
    const at = await tx.now();
    if (what === 'TAKE_DOWN') {
      if (before !== undefined) await this.benchmarks.takeDown(tx, before.id, at);
    } else {
      // Another unit is always another meaning, so that any of them says what is counted.
      const [definition] = values;
      if (definition === undefined) throw new Error('Nothing is told of nobody.');
      await this.benchmarks.publish(tx, place, before, benchmarkOf(values, definition), values, at);
    }
    await this.activity.append(tx, {
      kind: what === 'PUBLISH' ? 'entry.benchmark_told' : 'entry.benchmark_taken_down',
      subject: { type: 'CommonsEntry', id: place.entryId },
      occurredAt: at,
      visibility: 'PUBLIC',
      content: { indicator: `indicator_${place.indicatorId}`, from: place.from, to: place.to },
    });
  }
}
