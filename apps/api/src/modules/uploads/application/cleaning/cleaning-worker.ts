import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

import type { CleaningAnswer, CleaningTask } from './cleaner.js';
import { cleanFile, suspicionsIn } from './clean-file.js';
import { NotCleanable } from './cleaned.js';

/** Runs in a thread of its own with bounded memory: a file made to exhaust its reader ends this thread and nothing else. */
async function clean({ from, to, claimed }: CleaningTask): Promise<CleaningAnswer> {
  try {
    const { seen, bytes, removed, text } = await cleanFile(await readFile(from), claimed);
    const file = await open(to, 'w', 0o600);
    await file.writeFile(bytes);
    // Acknowledged only when it is on the disk, not in its cache.
    await file.sync();
    await file.close();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return {
      ok: true,
      seen,
      bytes: bytes.length,
      sha256,
      removed: [...removed],
      suspicions: [...suspicionsIn(text)],
      words: text.join('\n').replaceAll('\u0000', ' ').toWellFormed(),
    };
  } catch (error) {
    return { ok: false, fault: error instanceof NotCleanable ? error.fault : 'BROKEN' };
  }
}

// A thread has no origin; the rule takes it for a window.
// eslint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await clean(workerData as CleaningTask));
