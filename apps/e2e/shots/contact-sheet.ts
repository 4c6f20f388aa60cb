import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { places } from './places.js';

export const SHOTS = resolve(import.meta.dirname, '../../../.cache/shots');
/** Loaded on a phone, then enlarged: what a page does once when it comes, it must do there. */
export const WIDTHS = [390, 1280] as const;
export const THEMES = ['light', 'dark'] as const;
/** What a page shows: what it is for, that it is being read, that it could not be read. Emptiness is a place of its own. */
export const STATES = ['content', 'loading', 'error'] as const;
export type State = (typeof STATES)[number];

export function shotName(place: string, width: number, theme: string, state: State = 'content'): string {
  return `${place}-${width}-${theme}${state === 'content' ? '' : `-${state}`}.png`;
}

/** One page with every picture on it, each a link to itself at full size. */
export function writeContactSheet(): string {
  const sections = places.map(({ name, as }) => {
    const pictures = STATES.flatMap((state) =>
      WIDTHS.flatMap((width) =>
        THEMES.map((theme) => ({
          file: shotName(name, width, theme, state),
          label: `${state === 'content' ? '' : `${state}, `}${width} px, ${theme}`,
          width,
        })),
      ),
    )
      .filter(({ file }) => existsSync(join(SHOTS, file)))
      .map(
        ({ file, label, width }) =>
          `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${label}" width="${width / 2}"></a><figcaption>${label}</figcaption></figure>`,
      );
    return `<section><h2>${name}${as ? ` (as ${as})` : ''}</h2><div>${pictures.join('')}</div></section>`;
  });
  const sheet = join(SHOTS, 'index.html');
  writeFileSync(
    sheet,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>
<style>body{font:16px system-ui;margin:24px}section>div{display:flex;gap:16px;overflow-x:auto;align-items:start}figure{margin:0}img{border:1px solid #999;max-height:1400px;object-fit:cover;object-position:top}</style>
<h1>Every page</h1>${sections.join('\n')}</html>\n`,
  );
  return sheet;
}
