/** A page to look at: its name in the contact sheet, its address, and as whom. */
export interface Place {
  readonly name: string;
  readonly address: string | ((ask: Ask) => Promise<string>);
  /** The handle of one of the demonstration's people; nobody signed in when left out. */
  readonly as?: string;
  /** The status that it should answer with. */
  readonly status?: number;
}

/** Asks the product, as anybody may. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;

const YOUTH_WORKER = 'amara-oduya';
const DEVELOPER = 'ines-marchetti';
const FUNDER = 'harriet-lund';
const APPROVER = 'tobias-eyre';
const SITE_TEAM = 'oriel-banks';

/** Every page with something on it, by the way through the product: from a need to what came back. */
export const places: readonly Place[] = [
  { name: 'home', address: '/' },
  { name: 'home-signed-in', address: '/', as: YOUTH_WORKER },
  { name: 'ideas', address: '/ideas' },
  { name: 'ideas-nothing-found', address: '/ideas?q=zzzzzz' },
  { name: 'board', address: '/ideas/board' },
  { name: 'idea-new', address: '/ideas/new', as: YOUTH_WORKER },
  { name: 'idea-logged', address: idea('LOGGED') },
  { name: 'idea-supported', address: idea('SUPPORTED') },
  { name: 'idea-shaped', address: idea('SHAPED') },
  { name: 'idea-funding', address: idea('FUNDING') },
  { name: 'idea-delivery', address: idea('DELIVERY') },
  { name: 'idea-commons', address: idea('COMMONS') },
  { name: 'idea-stopped', address: idea('STOPPED') },
  { name: 'idea-logged-as-youth-worker', address: idea('LOGGED'), as: YOUTH_WORKER },
  { name: 'idea-supported-as-developer', address: idea('SUPPORTED'), as: DEVELOPER },
  { name: 'idea-funding-as-funder', address: idea('FUNDING'), as: FUNDER },
  { name: 'shape', address: '/ideas/the-navigator-for-young-carers-along-the-bus-route/shape', as: 'kofi-larbi' },
  { name: 'agreement', address: idea('FUNDING', '/agreement') },
  { name: 'funding', address: idea('FUNDING', '/funding') },
  { name: 'pledge', address: pledge, as: FUNDER },
  { name: 'mandates', address: '/mandates' },
  { name: 'mandate', address: first('mandates', 'mandates') },
  { name: 'mandate-as-funder', address: first('mandates', 'mandates'), as: FUNDER },
  { name: 'mandate-new', address: '/mandates/new', as: FUNDER },
  { name: 'components', address: '/components' },
  { name: 'component', address: first('components', 'components') },
  { name: 'component-new', address: '/components/new', as: DEVELOPER },
  { name: 'component-new-address', address: '/components/new/address', as: DEVELOPER },
  { name: 'component-new-by-hand', address: '/components/new/by-hand', as: DEVELOPER },
  { name: 'component-file', address: '/components/signpost-directory/file', as: DEVELOPER },
  { name: 'where-it-went', address: '/components/signpost-directory/where-it-went' },
  { name: 'ventures', address: '/ventures' },
  ...['', '/agenda', '/team', '/plan', '/updates', '/progress', '/money', '/returns', '/report'].map((tab) => ({
    name: `venture${tab.replace('/', '-')}`,
    address: project('a-navigator', tab),
  })),
  { name: 'venture-stopped', address: project('a-map', '') },
  { name: 'venture-under-way-money', address: project('one-page', '/money') },
  { name: 'commons', address: '/commons' },
  { name: 'entry', address: first('commonsEntries', 'commons') },
  { name: 'commons-new', address: '/commons/new', as: DEVELOPER },
  { name: 'terms', address: '/terms' },
  { name: 'privacy', address: '/privacy' },
  { name: 'licences', address: '/licences' },
  { name: 'news', address: '/notifications', as: YOUTH_WORKER },
  { name: 'webhooks', address: '/settings/webhooks', as: YOUTH_WORKER },
  { name: 'news-settings', address: '/notifications/settings', as: YOUTH_WORKER },
  { name: 'organisations', address: '/organisations' },
  { name: 'organisation', address: '/organisations/lantern-youth-project' },
  { name: 'organisation-as-member', address: '/organisations/lantern-youth-project', as: YOUTH_WORKER },
  {
    name: 'portfolio',
    address: '/organisations/alder-finch-foundation/portfolio?from=2026-01-01&to=2026-12-31',
    as: FUNDER,
  },
  { name: 'organisation-new', address: '/organisations/new', as: DEVELOPER },
  { name: 'person', address: `/people/${YOUTH_WORKER}` },
  { name: 'sign-in', address: '/sign-in' },
  { name: 'sign-up', address: '/sign-up' },
  { name: 'settings', address: '/settings', as: YOUTH_WORKER },
  ...[YOUTH_WORKER, DEVELOPER, FUNDER, APPROVER, SITE_TEAM].map((as) => ({ name: `desk-${as}`, address: '/desk', as })),
  { name: 'accessibility', address: '/accessibility' },
  { name: 'not-found', address: '/nothing-is-here', status: 404 },
];

type Slugs = Record<string, { nodes: { slug: string }[] }>;

/** An idea that stands at this stage. */
function idea(stage: string, page = ''): Place['address'] {
  return async (ask) => {
    const { ideas } = await ask<Slugs>(
      'query ($stage: Stage!) { ideas(first: 1, filter: { stages: [$stage] }) { nodes { slug } } }',
      { stage },
    );
    return `/ideas/${one(ideas?.nodes, stage).slug}${page}`;
  };
}

/** A page of the project whose address begins with this. */
function project(beginning: string, tab: string): Place['address'] {
  return async (ask) => {
    const { ventures } = await ask<Slugs>('{ ventures(first: 50) { nodes { slug } } }');
    const found = ventures?.nodes.filter(({ slug }) => slug.startsWith(beginning));
    return `/ventures/${one(found, beginning).slug}${tab}`;
  };
}

function first(list: string, folder: string): Place['address'] {
  return async (ask) =>
    `/${folder}/${one((await ask<Slugs>(`{ ${list}(first: 1) { nodes { slug } } }`))[list]?.nodes, list).slug}`;
}

async function pledge(ask: Ask): Promise<string> {
  const { fundingRounds } = await ask<{ fundingRounds: { nodes: { id: string }[] } }>(
    '{ fundingRounds(first: 1, filter: { statuses: [OPEN] }) { nodes { id } } }',
  );
  return `/pledge/${one(fundingRounds.nodes, 'open round').id}`;
}

function one<T>(list: readonly T[] | undefined, what: string): T {
  const found = list?.[0];
  if (found === undefined) throw new Error(`The demonstration has no ${what} to look at.`);
  return found;
}
