import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the repository: the nearest one above that holds the workspace's own file. Source and built output lie
 * at different depths below it, and the names of the folders above it are nobody's business.
 *
 * @throws {Error} when built output was copied away from its repository, where neither pages nor data would be found.
 */
export function repositoryAbove(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const above = dirname(folder);
  if (above === folder) {
    throw new Error(
      'This program is not below a folder with a pnpm-workspace.yaml, which is how it finds its own files.',
    );
  }
  return repositoryAbove(above);
}

export const REPOSITORY = repositoryAbove(import.meta.dirname);
