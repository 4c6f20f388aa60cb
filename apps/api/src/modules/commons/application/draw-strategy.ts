import { strategyColumns, type ImpactStrategy, type StrategyKind } from '@openimpact/domain';

import type { PublishedEntry } from './entry-as-files.js';

const WIDTH = 220;
const GAP_ACROSS = 70;
const GAP_DOWN = 18;
const LINE = 18;
const PADDING = 10;
const TOP = 70;
/** Characters of the text's size that fit into a box, measured generously: a font that is not there is often wider. */
const PER_LINE = 28;

const WORDS: Readonly<Record<StrategyKind, string>> = {
  INPUT: 'What it takes',
  ACTIVITY: 'What is done',
  OUTPUT: 'What comes of it',
  OUTCOME: 'What changes',
  IMPACT: 'What is hoped for',
};

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${PER_LINE}}`, 'gu')) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= PER_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Draws a strategy in columns from what it takes to what is hoped for. A picture for documents; the page has the list. */
export function strategyAsSvg(strategy: ImpactStrategy, title: string): string {
  const boxes = new Map<string, Box>();
  const heads: string[] = [];
  let bottom = TOP;
  [...strategyColumns(strategy)].forEach(([kind, nodes], column) => {
    const x = 20 + column * (WIDTH + GAP_ACROSS);
    heads.push(`<text x="${x}" y="${TOP - 14}" font-size="13" fill="#5c5347">${escaped(WORDS[kind])}</text>`);
    let y = TOP;
    for (const node of nodes) {
      const lines = wrapped(node.title);
      const height = lines.length * LINE + PADDING * 2;
      boxes.set(node.id, { x, y, height, lines });
      y += height + GAP_DOWN;
    }
    bottom = Math.max(bottom, y);
  });
  const arrows = strategy.links.flatMap(({ from, to }) => {
    const start = boxes.get(from);
    const end = boxes.get(to);
    if (!start || !end) return [];
    const [x1, y1] = [start.x + WIDTH, start.y + start.height / 2];
    const [x2, y2] = [end.x, end.y + end.height / 2];
    const bend = Math.max(30, Math.abs(x2 - x1) / 2);
    return [
      `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" fill="none" stroke="#7a6f60" stroke-width="1.5" marker-end="url(#end)"/>`,
    ];
  });
  const drawn = [...boxes.values()].map(
    ({ x, y, height, lines }) =>
      `<rect x="${x}" y="${y}" width="${WIDTH}" height="${height}" rx="4" fill="#fffdf8" stroke="#2b2620"/>${lines
        .map(
          (line, index) =>
            `<text x="${x + PADDING}" y="${y + PADDING + 13 + index * LINE}" font-size="14" fill="#2b2620">${escaped(line)}</text>`,
        )
        .join('')}`,
  );
  const width = 40 + strategyColumns(strategy).size * (WIDTH + GAP_ACROSS) - GAP_ACROSS;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 10}" width="${width}" height="${bottom + 10}" role="img" aria-labelledby="t" font-family="'Atkinson Hyperlegible Next', 'Segoe UI', sans-serif">`,
    `<title id="t">${escaped(title)}</title>`,
    '<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7a6f60"/></marker></defs>',
    `<rect width="100%" height="100%" fill="#faf6ee"/><text x="20" y="30" font-size="18" font-weight="600" fill="#2b2620">${escaped(title)}</text>`,
    ...heads,
    ...arrows,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

const CIDS_TYPES: Readonly<Record<StrategyKind, string>> = {
  INPUT: 'cids:Input',
  ACTIVITY: 'cids:Activity',
  OUTPUT: 'cids:Output',
  OUTCOME: 'cids:Outcome',
  IMPACT: 'cids:Outcome',
};
const CIDS_PARTS: readonly (readonly [property: string, kinds: readonly StrategyKind[]])[] = [
  ['cids:hasInput', ['INPUT']],
  ['cids:hasActivity', ['ACTIVITY']],
  ['cids:hasOutput', ['OUTPUT']],
  ['cids:hasOutcome', ['OUTCOME', 'IMPACT']],
];

/** A strategy as an impact pathway of the Common Impact Data Standard 3.2.1. Terms are named by their addresses only. */
export function strategyAsCids(strategy: ImpactStrategy, entry: PublishedEntry, site: string): Record<string, unknown> {
  const base = `${site}/commons/${entry.slug}`;
  const iri = (id: string) => ({ '@id': `${base}#${id}` });
  return {
    '@context': {
      cids: 'https://ontology.commonapproach.org/cids#',
      org: 'http://ontology.eil.utoronto.ca/tove/organization#',
      dcterms: 'http://purl.org/dc/terms/',
    },
    '@graph': [
      {
        '@id': base,
        '@type': 'cids:ImpactPathway',
        'org:hasName': entry.title,
        'cids:hasDescription': entry.summary,
        'cids:forOrganization': { '@id': `${site}/organisations/${entry.organisationSlug}` },
        'dcterms:license': entry.licence,
        ...Object.fromEntries(
          CIDS_PARTS.map(([property, kinds]) => [
            property,
            strategy.nodes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => iri(id)),
          ]),
        ),
      },
      ...strategy.nodes.map((node) => ({
        ...iri(node.id),
        '@type': CIDS_TYPES[node.kind],
        'org:hasName': node.title,
        'cids:hasDescription': node.title,
        'cids:hasIndicator': node.indicators.map((name, index) => ({
          ...iri(`${node.id}-${index + 1}`),
          '@type': 'cids:Indicator',
          'org:hasName': name,
          'cids:hasDescription': name,
        })),
        'dcterms:relation': strategy.links.filter(({ from }) => from === node.id).map(({ to }) => iri(to)),
      })),
    ],
  };
}
