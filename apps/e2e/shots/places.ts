/** A page to look at: its name in the contact sheet, its address, and as whom. */
export interface Place {
  readonly name: string;
  readonly address: string | ((ask: Ask) => Promise<string>);
  /** The handle of one of the demonstration's people; nobody signed in when left out. */
  readonly as?: string;
  /** The status that it should answer with. */
  readonly status?: number;
  /** In an installation where nobody has said anything yet, as the first to sign in when `as` says so. */
  readonly empty?: true;
}

/** Asks the product, as anybody may. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;

const YOUTH_WORKER = 'amara-oduya';
const DEVELOPER = 'ines-marchetti';
const FUNDER = 'harriet-lund';
const APPROVER = 'tobias-eyre';
const SITE_TEAM = 'oriel-banks';
const NEWCOMER = 'newcomer';
/** It has backing, and its author is at work on it. */
const CARERS = '/ideas/the-navigator-for-young-carers-along-the-bus-route';
/** A data standard by which a dozen organisations report. */
const REACHED = '/commons/reached-helped-still-well-six-numbers-for-help-that-young-people';

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
  { name: 'idea-supported-as-youth-worker', address: idea('SUPPORTED'), as: YOUTH_WORKER },
  { name: 'idea-revise', address: `${CARERS}/revise`, as: 'kofi-larbi' },
  { name: 'idea-convene', address: `${CARERS}/convene`, as: 'kofi-larbi' },
  { name: 'session', address: session, as: YOUTH_WORKER },
  { name: 'shape', address: `${CARERS}/shape`, as: 'kofi-larbi' },
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
  { name: 'venture-where-it-went', address: project('a-navigator', '/where-it-went') },
  { name: 'venture-update', address: update },
  { name: 'venture-plan-as-lead', address: project('a-navigator', '/plan'), as: YOUTH_WORKER },
  { name: 'venture-money-as-lead', address: project('one-page', '/money'), as: YOUTH_WORKER },
  { name: 'venture-stopped', address: project('a-map', '') },
  { name: 'venture-under-way-money', address: project('one-page', '/money') },
  { name: 'commons', address: '/commons' },
  { name: 'entry', address: first('commonsEntries', 'commons') },
  { name: 'entry-as-developer', address: first('commonsEntries', 'commons'), as: DEVELOPER },
  { name: 'entry-edit', address: ownEntry, as: YOUTH_WORKER },
  { name: 'entry-strategy', address: entry('IMPACT_STRATEGY', '') },
  { name: 'entry-where-it-went', address: entry(null, '/where-it-went') },
  { name: 'standard', address: entry('DATA_STANDARD', '') },
  { name: 'indicators', address: entry('DATA_STANDARD', '/indicators') },
  { name: 'benchmarks', address: `${REACHED}/benchmarks` },
  { name: 'benchmarks-as-member', address: `${REACHED}/benchmarks`, as: YOUTH_WORKER },
  { name: 'benchmarks-nothing-told', address: `${REACHED}/benchmarks?indicator=helped_to_run_it` },
  { name: 'measurements-report', address: `${REACHED}/report`, as: YOUTH_WORKER },
  { name: 'measurements-report-of-nobody', address: `${REACHED}/report`, as: SITE_TEAM },
  { name: 'commons-nothing-found', address: '/commons?text=zzzzzz' },
  { name: 'commons-new', address: '/commons/new', as: DEVELOPER },
  { name: 'terms', address: '/terms' },
  { name: 'privacy', address: '/privacy' },
  { name: 'licences', address: '/licences' },
  { name: 'data', address: '/data' },
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
  { name: 'earlier-grants', address: '/organisations/alder-finch-foundation/earlier-grants', as: FUNDER },
  { name: 'bank-statement', address: '/organisations/lantern-youth-project/bank-statement', as: YOUTH_WORKER },
  { name: 'mandate-revise', address: revise, as: FUNDER },
  { name: 'organisation-new', address: '/organisations/new', as: DEVELOPER },
  { name: 'invitation', address: '/invitations/nobody-sent-this', as: DEVELOPER },
  { name: 'seat', address: '/seats/nobody-sent-this', status: 404 },
  { name: 'unsubscribe', address: '/unsubscribe/nobody-sent-this', status: 404 },
  { name: 'person', address: `/people/${YOUTH_WORKER}` },
  { name: 'sign-in', address: '/sign-in' },
  { name: 'sign-in-link', address: '/sign-in/link?token=nobody-sent-this' },
  { name: 'new-password-ask', address: '/sign-in/new-password' },
  { name: 'new-password', address: '/sign-in/new-password?token=nobody-sent-this' },
  { name: 'sign-up', address: '/sign-up' },
  { name: 'settings', address: '/settings', as: YOUTH_WORKER },
  ...[YOUTH_WORKER, DEVELOPER, FUNDER, APPROVER, SITE_TEAM].map((as) => ({ name: `desk-${as}`, address: '/desk', as })),
  { name: 'site-team', address: '/desk/site-team', as: SITE_TEAM },
  { name: 'site-team-import', address: '/desk/site-team/import', as: SITE_TEAM },
  { name: 'report', address: report, as: DEVELOPER },
  { name: 'decisions', address: '/decisions', as: YOUTH_WORKER },
  { name: 'transparency', address: '/transparency' },
  { name: 'offline', address: '/offline' },
  { name: 'accessibility', address: '/accessibility' },
  { name: 'not-found', address: '/nothing-is-here', status: 404 },
  ...['', 'ideas', 'ideas/board', 'components', 'mandates', 'ventures', 'commons', 'organisations', 'transparency'].map(
    (page) => ({ name: `empty-${page.replace('/', '-') || 'home'}`, address: `/${page}`, empty: true as const }),
  ),
  ...['', 'desk', 'notifications', 'settings', 'settings/webhooks', 'decisions'].map((page) => ({
    name: `empty-${page.replace('/', '-') || 'home'}-signed-in`,
    address: `/${page}`,
    as: NEWCOMER,
    empty: true as const,
  })),
];

/** An offer of the funder’s own. */
async function revise(ask: Ask): Promise<string> {
  const { mandates } = await ask<{ mandates: { nodes: { slug: string; organisation: { slug: string } }[] } }>(
    '{ mandates(first: 50) { nodes { slug organisation { slug } } } }',
  );
  const own = mandates.nodes.filter(({ organisation }) => organisation.slug === 'alder-finch-foundation');
  return `/mandates/${one(own, 'offer of its own').slug}/revise`;
}

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

/** A page of an entry of this kind; of any with `null`. */
function entry(kind: string | null, page: string): Place['address'] {
  return async (ask) => {
    const { commonsEntries } = await ask<Slugs>(
      'query ($kinds: [OutputKind!]) { commonsEntries(first: 1, filter: { kinds: $kinds }) { nodes { slug } } }',
      { kinds: kind === null ? null : [kind] },
    );
    return `/commons/${one(commonsEntries?.nodes, kind ?? 'entry').slug}${page}`;
  };
}

/** Something that whoever looks may change. */
async function ownEntry(ask: Ask): Promise<string> {
  const { commonsEntries } = await ask<{
    commonsEntries: { nodes: { slug: string; viewerCan: { revise: { allowed: boolean } } }[] };
  }>('{ commonsEntries(first: 50) { nodes { slug viewerCan { revise { allowed } } } } }');
  const own = commonsEntries.nodes.filter(({ viewerCan }) => viewerCan.revise.allowed);
  return `/commons/${one(own, 'entry of one’s own').slug}/edit`;
}

async function update(ask: Ask): Promise<string> {
  const { ventures } = await ask<{ ventures: { nodes: { slug: string; updates: { nodes: { id: string }[] } }[] } }>(
    '{ ventures(first: 50) { nodes { slug updates(first: 1) { nodes { id } } } } }',
  );
  const { slug, updates } = one(
    ventures.nodes.filter((venture) => venture.updates.nodes.length > 0),
    'update',
  );
  return `/ventures/${slug}/updates/${updates.nodes[0]?.id}`;
}

async function report(ask: Ask): Promise<string> {
  const { ideas } = await ask<{ ideas: { nodes: { id: string }[] } }>('{ ideas(first: 1) { nodes { id } } }');
  return `/report?about=${one(ideas.nodes, 'idea').id}`;
}

/** A room in which people vote without accounts, opened by the one who looks at it. */
async function session(ask: Ask): Promise<string> {
  const { ideas, viewer } = await ask<{
    ideas: { nodes: { id: string }[] };
    viewer: { organisations: { organisation: { id: string } }[] };
  }>(
    '{ ideas(first: 2, filter: { stages: [LOGGED] }) { nodes { id } } viewer { organisations { organisation { id } } } }',
  );
  const { openGroupSession } = await ask<{ openGroupSession: { session?: { code: string } } }>(
    `mutation ($input: OpenGroupSessionInput!) {
      openGroupSession(input: $input) { ... on OpenGroupSessionPayload { session { code } } }
    }`,
    {
      input: {
        ideaIds: ideas.nodes.map(({ id }) => id),
        organisationId: viewer.organisations[0]?.organisation.id,
        people: 8,
        place: 'The Tuesday group',
      },
    },
  );
  return `/session/${openGroupSession.session?.code}`;
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
