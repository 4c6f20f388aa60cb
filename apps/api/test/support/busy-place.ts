import { CastVote } from '../../src/modules/support/index.js';
import { CloseDueRounds } from '../../src/modules/pledges/index.js';
import { CallTranche, RecordPayment } from '../../src/modules/tranches/index.js';
import type { TestApi } from './api.js';
import { publiccodeText } from './components.js';
import { aFunder, anOpenRound, pledge } from './funding.js';
import { anIdea, voteAsk } from './ideas.js';
import { anOrganisation, aPerson, joins, type SignedInViewer, type TestOrganisation } from './people.js';

/** Words that nobody without an account may ever be answered with, and what each of them is. */
export const SECRETS = {
  'an email address': 'somebody.private@people.example',
  'who voted under a pseudonym': 'Quietly Voting',
  'the handle of who voted under a pseudonym': 'quietly-voting',
  'a draft': 'A thought that is not ready',
  'a payment reference': 'BACS-7781-PRIVATE',
  'an amount that waits for a second person': '777123',
  'a note on a pledge that waits': 'Our board has not met yet',
  'what somebody needs to take part': 'A chair with arms, please',
  'where people at risk wait': 'Back door of the old mill',
} as const;

export interface BusyPlace {
  /** Belongs to every organisation with every role, and runs the installation: gets furthest into every use case. */
  readonly everywhere: SignedInViewer;
  /** Signed in, and belongs to nothing. */
  readonly stranger: SignedInViewer;
  readonly lead: TestOrganisation;
}

/** One of nearly everything: ideas with votes and comments, open and closed rounds, a project, calls, payments. */
export async function aBusyPlace(api: TestApi): Promise<BusyPlace> {
  const quiet = await aPerson(api, {
    name: SECRETS['who voted under a pseudonym'],
    handle: SECRETS['the handle of who voted under a pseudonym'],
    email: SECRETS['an email address'],
  });
  const author = await aPerson(api);
  const idea = await anIdea(api, { author });
  const must = <D extends { readonly ok: boolean }>(decision: D): D & { readonly ok: true } => {
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision)}`);
    return decision as D & { readonly ok: true };
  };
  must(
    await api.app
      .get(CastVote)
      .execute(
        quiet,
        voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM', why: 'It asks too much.' }),
      ),
  );
  await does(api, quiet, 'addComment', {
    subjectId: idea.globalId,
    body: 'I would not dare.',
    perspective: 'LIVED_EXPERIENCE',
  });
  await does(api, quiet, 'addComment', {
    subjectId: idea.globalId,
    body: 'Nor would others.',
    perspective: 'PUBLIC',
    shownAs: 'NAME_WITHHELD',
  });
  await does(api, quiet, 'saveIdeaDraft', { draftId: crypto.randomUUID(), title: SECRETS['a draft'] });

  const lead = await anOrganisation(api, { verified: true });
  await does(api, lead.admin, 'registerComponent', {
    publiccode: publiccodeText('Rota'),
    organisationId: lead.globalId,
    contactsAgreed: true,
  });
  const [component] = await api.dataSource.query(`select 'component_' || id as id from components`);
  await does(api, lead.admin, 'offerReuse', {
    ideaId: idea.globalId,
    componentId: component.id,
    covers: 'Who comes when',
    missing: 'Words for families',
  });
  await does(api, lead.admin, 'inviteMember', {
    organisationId: lead.globalId,
    email: 'invited.private@people.example',
    roles: ['MEMBER'],
  });

  // A round that closed well, called and partly paid.
  const closed = await anOpenRound(api, { target: 10_000n, minutes: 60, tranches: [5_000, 5_000] });
  const payer = await aFunder(api);
  must(await pledge(api, payer, closed.roundId, 10_000n));
  await api.moveClock(61);
  await api.app.get(CloseDueRounds).sweep();
  must(
    await api.app
      .get(CallTranche)
      .execute(closed.lead.admin, { roundId: closed.roundId, position: 1, idempotencyKey: crypto.randomUUID() }),
  );
  const [part] = await api.dataSource.query(`select id from call_parts`);
  const [{ day }] = await api.dataSource.query(`select to_char(app_now(), 'YYYY-MM-DD') as day`);
  must(
    await api.app.get(RecordPayment).execute(payer.maker, {
      partId: part.id,
      amount: 1_000n,
      currency: 'GBP',
      reference: SECRETS['a payment reference'],
      paidOn: day,
      idempotencyKey: crypto.randomUUID(),
    }),
  );

  // A round that is open, with a pledge that counts and one that waits for its second person.
  const open = await anOpenRound(api, { target: 2_000_000n });
  must(await pledge(api, await aFunder(api), open.roundId, 100_000n));
  const careful = await aFunder(
    api,
    {},
    await anOrganisation(api, { kind: 'FOUNDATION', verified: true, approvalThresholdMinor: 1n }),
  );
  must(
    await pledge(api, careful, open.roundId, BigInt(SECRETS['an amount that waits for a second person']), {
      note: SECRETS['a note on a pledge that waits'],
    }),
  );

  // A project that measures, asks the people it is for, and seats one of them under another name.
  const [venture] = await api.dataSource.query(`select 'venture_' || venture_id as id from venture_ideas`);
  const leads = await anOrganisation(api);
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'PARTNER', app_now())`,
    [venture.id.slice('venture_'.length), leads.id],
  );
  await api.dataSource.query(
    `insert into venture_team (venture_id, person_id, role, joined_at) values ($1, $2, 'COORDINATOR', app_now())`,
    [venture.id.slice('venture_'.length), leads.admin.person.id],
  );
  const ofVenture = { ventureId: venture.id };
  await does(api, leads.admin, 'planSession', {
    ...ofVenture,
    question: 'Would you use it?',
    heldOn: '2026-01-01',
    place: SECRETS['where people at risk wait'],
  });
  await does(api, leads.admin, 'reviseVenture', { ...ofVenture, summary: '', involvesPeopleAtRisk: false });
  await does(api, leads.admin, 'inviteServiceUser', {
    ...ofVenture,
    asked: 'Two evenings',
    timePaid: '£15 an hour',
    expensesPaid: 'Travel',
    places: 2,
  });
  await does(api, quiet, 'takeSeat', {
    ...ofVenture,
    kind: 'SERVICE_USER',
    alias: 'Robin',
    accessNeeds: SECRETS['what somebody needs to take part'],
  });
  await does(api, leads.admin, 'defineIndicator', {
    ...ofVenture,
    title: 'Warm evenings',
    definition: 'Evenings on which the hall was open.',
    unit: 'NUMBER',
    direction: 'UP',
  });
  await does(api, leads.admin, 'recordProgress', {
    ...ofVenture,
    usersSaid: { said: 'It is warm.', people: 6, changed: '', heardOn: '2026-01-01' },
  });

  let everywhere = await aPerson(api, { steward: true });
  const organisations: { id: string }[] = await api.dataSource.query('select id from organisations');
  for (const { id } of organisations) everywhere = await joins(api, everywhere, id, 'ADMIN', 'MEMBER', 'APPROVER');
  await anIdea(api, { author: everywhere });
  // Ideas that support code stated as rows have a text, and so a fingerprint of it.
  await api.dataSource.query(`
    insert into idea_revisions (idea_id, number, author_id, content, salt, fingerprint, material, created_at)
    select id, version, author_id, '{}', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), true, created_at
    from ideas on conflict do nothing`);
  await api.tail.tick();
  return { everywhere, stranger: await aPerson(api), lead };
}

async function does(api: TestApi, viewer: SignedInViewer, mutation: string, input: Record<string, unknown>) {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, { __typename: string }>>(
      `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on Refusal { requirements { code } } } }`,
      { input },
    );
  if (errors.length > 0 || data[mutation]?.__typename === 'Refusal')
    throw new Error(`${mutation}: ${JSON.stringify({ data, errors })}`);
}

/** Ids of what is there, as the API names them, for a field or argument by its name. */
export async function idsIn(api: TestApi): Promise<(name: string) => string[]> {
  const rows = async (prefix: string, table: string, column = 'id'): Promise<string[]> => {
    const found: { id: string }[] = await api.dataSource.query(
      `select '${prefix}_' || ${column} as id from ${table} order by ${column} desc`,
    );
    return found.map(({ id }) => id);
  };
  const known: Record<string, string[]> = {
    idea: await rows('idea', 'ideas'),
    organisation: await rows('organisation', 'organisations'),
    person: await rows('person', 'people'),
    venture: await rows('venture', 'ventures'),
    indicator: await rows('indicator', 'indicators'),
    session: await rows('session', 'venture_sessions'),
    usersSaid: await rows('userssaid', 'users_said'),
    round: await rows('round', 'funding_rounds'),
    pledge: await rows('pledge', 'pledges'),
    mandate: await rows('mandate', 'mandates'),
    component: await rows('component', 'components'),
    comment: await rows('comment', 'comments'),
    concern: await rows('concern', 'votes', 'token'),
    offer: await rows('reuseOffer', 'reuse_offers'),
    callPart: await rows('callpart', 'call_parts'),
    payment: await rows('payment', 'payments'),
    obligation: await rows('obligation', 'obligations'),
    agreement: await rows('agreement', 'commons_agreements'),
    activity: await rows('activity', 'activities'),
    entry: await rows('entry', 'commons_entries'),
    upload: await rows('upload', 'uploads'),
    call: await rows('call', 'tranche_calls'),
    'agreement-output': await rows('agreement-output', 'agreement_outputs'),
  };
  const SYNONYMS: Readonly<Record<string, string>> = {
    subject: 'idea',
    answers: 'comment',
    moneyHolderOrganisation: 'organisation',
    leadOrganisation: 'organisation',
    owner: 'person',
    safeguardingLead: 'person',
    about: 'idea',
    id: 'round',
  };
  return (name) => {
    const kind = name.replace(/Ids?$/, '');
    return known[SYNONYMS[kind] ?? kind] ?? [`${kind}_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f`];
  };
}
