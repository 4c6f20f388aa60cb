import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ROOT } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const NEEDED = 24;

/** The version of Node that these scripts themselves need. The product brings its own. */
export function assertNodeCanRunScripts() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Trouble(
      `OpenImpact needs Node 20 or later to start, and this is Node ${process.versions.node}. Install it from https://nodejs.org and try again.`,
    );
  }
}

/**
 * The Node that runs the product: the repository's own, which the install brings for Linux with glibc;
 * elsewhere the one that runs this script, when it is new enough.
 */
export function ownNode() {
  const bundled = join(ROOT, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (spawnSync(bundled, ['--version'], { stdio: 'ignore' }).status === 0) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  throw new Trouble(
    `No Node ${NEEDED} comes with OpenImpact for ${process.platform} on ${process.arch}, and this is Node ${process.versions.node}. ` +
      `Install Node ${NEEDED} from https://nodejs.org and try again.`,
  );
}
