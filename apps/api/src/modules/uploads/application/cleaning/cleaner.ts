import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { CleanedAway, CleaningFault, SeenFormat, UploadFormat } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { REPOSITORY } from '../../../../platform/config/index.js';
import type { Suspicion } from './clean-file.js';

export interface CleaningTask {
  readonly from: string;
  readonly to: string;
  readonly claimed: UploadFormat;
}

export type CleaningAnswer =
  | {
      readonly ok: true;
      readonly seen: SeenFormat;
      readonly bytes: number;
      readonly sha256: string;
      readonly removed: readonly CleanedAway[];
      readonly suspicions: readonly Suspicion[];
      /** Everything that can be read in it, as one text. */
      readonly words: string;
    }
  | { readonly ok: false; readonly fault: CleaningFault };

const MOST_MS = 30_000;
const MEMORY_MB = 512;
const AT_ONCE = 2;

/** The built worker: a thread cannot run what only a test or a compiler understands. */
const WORKER = resolve(REPOSITORY, 'apps/api/dist/src/modules/uploads/application/cleaning/cleaning-worker.js');

/** Cleans files in threads with bounded time and memory, two at once. */
@Injectable()
export class Cleaner {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async clean(task: CleaningTask): Promise<CleaningAnswer> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      return await inThread(task);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

function inThread(task: CleaningTask): Promise<CleaningAnswer> {
  return new Promise((answer) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // A file must not find the installation's secrets, whatever it makes the thread do.
      env: {},
    });
    const end = (result: CleaningAnswer): void => {
      clearTimeout(timer);
      answer(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, fault: 'TOOK_TOO_LONG' }), MOST_MS);
    worker.once('message', (message: CleaningAnswer) => end(message));
    worker.once('error', () => end({ ok: false, fault: 'EXPANDS_TOO_FAR' }));
  });
}
