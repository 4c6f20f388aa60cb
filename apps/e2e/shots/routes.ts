import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAGES = resolve(import.meta.dirname, '../../web/src');
/** For those who build pages; part of the development server only. */
const NEVER_SHOWN = new Set(['gallery']);

/** The address patterns of the site's pages as their routes name them: `ideas/:slug`. */
export const routes: readonly string[] = ['app/routes.tsx', ...globSync('features/*/routes.tsx', { cwd: PAGES })]
  .flatMap((file) => [...readFileSync(resolve(PAGES, file), 'utf8').matchAll(/\bpath: '([^']*)'/g)])
  .map(([, path = '']) => path)
  .filter((path) => !NEVER_SHOWN.has(path));

/** The pattern by which an address is answered; of several, the one that names more of it. */
export function routeOf(address: string): string | undefined {
  const given = partsOf(address.split(/[?#]/)[0] ?? '');
  return routes
    .filter((route) => {
      const wanted = partsOf(route);
      return wanted.length === given.length && wanted.every((part, at) => isNamed(part) || part === given[at]);
    })
    .toSorted((one, other) => named(other) - named(one))[0];
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '');
const isNamed = (part: string) => part.startsWith(':');
const named = (route: string) => partsOf(route).filter((part) => !isNamed(part)).length;
