import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, voteAsk } from '../../../test/support/ideas.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { ActivityLog, type NewActivity } from '../../platform/activity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type LeavingMail, MailOutbox, MailTransport } from '../../platform/mail/index.js';
import { AddComment } from '../discussion/index.js';
import { ReviseIdea } from '../ideas/index.js';
import { CastVote } from '../support/index.js';
import { NewsMails } from './application/news-mails.js';

let api: TestApi;
const left: LeavingMail[] = [];
let breaks = false;

beforeAll(async () => {
  api = await anApi();
  api.app.get(MailTransport).send = async (mail: LeavingMail) => {
    if (breaks) throw new Error('The mail server does not answer.');
    left.push(mail);
  };
});
afterAll(async () => {
  await api.close();
});

async function spread(): Promise<void> {
  await api.tail.tick();
  await api.jobs.runDue();
  await api.app.get(MailOutbox).sendDue();
}

/** As if the next Monday had come. */
async function gather(): Promise<void> {
  await api.dataSource.query(`update digests_due set due_at = app_now() - interval '1 minute'`);
  await api.app.get(NewsMails).sendDue();
  await api.app.get(MailOutbox).sendDue();
}

function happens(idea: TestIdea, entry: Partial<NewActivity> & { readonly kind: string }): Promise<unknown> {
  return api.app.get(UnitOfWork).run((tx) =>
    api.app.get(ActivityLog).append(tx, {
      subject: { type: 'Idea', id: idea.id },
      ideaId: idea.id,
      visibility: 'PUBLIC',
      ...entry,
    }),
  );
}

async function wants(viewer: SignedInViewer, email: string): Promise<void> {
  const { errors } = await api
    .as(viewer)
    .graphql(
      'mutation ($input: UpdateNotificationSettingsInput!) { updateNotificationSettings(input: $input) { __typename } }',
      { input: { email } },
    );
  expect(errors).toEqual([]);
}

async function reads(viewer: SignedInViewer, language: string): Promise<void> {
  const { errors } = await api
    .as(viewer)
    .graphql('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { language },
    });
  expect(errors).toEqual([]);
}

async function aVoter(idea: TestIdea, email?: string): Promise<SignedInViewer> {
  const viewer = await aPerson(api);
  if (email) await wants(viewer, email);
  await api.app.get(CastVote).execute(viewer, voteAsk(idea.id));
  return viewer;
}

const mailsTo = ({ person }: SignedInViewer) => left.filter(({ to }) => to === `${person.handle}@people.example`);

const unsubscribeUrlOf = (mail: LeavingMail | undefined) => mail?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? '';

function post(url: string, body: string, type = 'application/x-www-form-urlencoded') {
  return api.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    headers: { 'content-type': type, origin: 'https://mail.example' },
    payload: body,
  });
}

describe('mail', () => {
  it('comes at once, once a day, once a week or never, as its reader chose; weekly for those who did not', async () => {
    const idea = await anIdea(api, { title: 'Lockers for those without a home' });
    const [now, daily, usual, never] = [
      await aVoter(idea, 'IMMEDIATE'),
      await aVoter(idea, 'DAILY'),
      await aVoter(idea),
      await aVoter(idea, 'NONE'),
    ];
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    expect([now, daily, usual, never].map((viewer) => mailsTo(viewer).length)).toEqual([1, 0, 0, 0]);
    await happens(idea, { kind: 'idea.shaped' });
    await spread();
    const due: { person_id: string; days: number }[] = await api.dataSource.query(
      `select person_id, extract(day from due_at - app_now())::int as days from digests_due where person_id = any($1)`,
      [[now, daily, usual, never].map(({ person }) => person.id)],
    );
    expect(due.map(({ person_id: id }) => id).toSorted()).toEqual([daily.person.id, usual.person.id].toSorted());
    expect(due.find(({ person_id: id }) => id === daily.person.id)?.days).toBe(0);
    await gather();
    await gather();

    expect([now, daily, usual, never].map((viewer) => mailsTo(viewer).length)).toEqual([2, 1, 1, 0]);
    expect(mailsTo(now)[0]).toMatchObject({ subject: 'The idea has backing: Lockers for those without a home' });
    const [gathered] = mailsTo(usual);
    expect(gathered?.subject).toBe('2 pieces of news of what you follow');
    expect(gathered?.body).toContain(`Lockers for those without a home\nThe idea has backing.\nhttp`);
    expect(gathered?.body).toContain(`/ideas/${idea.slug}\n`);
  });

  it('is in the language its reader reads when it leaves, with what people wrote as they wrote it', async () => {
    const idea = await anIdea(api, { title: 'Somewhere dry for books' });
    const [now, later] = [await aVoter(idea, 'IMMEDIATE'), await aVoter(idea)];
    await happens(idea, { kind: 'idea.supported' });
    // Chosen after it happened, and before the mail leaves.
    for (const viewer of [now, later]) await reads(viewer, 'ms');
    await spread();
    await gather();
    expect(mailsTo(now)[0]).toMatchObject({
      subject: 'Idea ini mendapat sokongan: Somewhere dry for books',
      headers: { 'Content-Language': 'ms' },
    });
    expect(mailsTo(later)[0]?.subject).toBe('Notis tentang Somewhere dry for books');
    expect(mailsTo(later)[0]?.body).toContain('Hentikan e-mel ini dengan satu tekanan');
    expect(`${mailsTo(now)[0]?.body}${mailsTo(later)[0]?.body}`).not.toMatch(/what you|Stop this|has backing/);
  });

  it('comes at once about what waits for somebody by a date, unless they want none', async () => {
    const idea = await anIdea(api);
    const [usual, never] = [await aPerson(api), await aPerson(api)];
    await wants(never, 'NONE');
    const tell = [usual.person.id, never.person.id];
    await happens(idea, { kind: 'pledge.approval_requested', visibility: 'PRIVATE', tell });
    await spread();
    expect([mailsTo(usual).length, mailsTo(never).length]).toEqual([1, 0]);
    expect(mailsTo(usual)[0]?.body).toContain('/desk\n');
  });

  it('goes to nobody whose address was not confirmed', async () => {
    const idea = await anIdea(api);
    const viewer = await aVoter(idea, 'IMMEDIATE');
    await api.dataSource.query('update auth_users set email_verified = false where id = $1', [viewer.person.id]);
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    expect(mailsTo(viewer)).toEqual([]);
  });

  it('is one mail to a person about an event with one id, however often sending broke off', async () => {
    const idea = await anIdea(api);
    const viewer = await aVoter(idea, 'IMMEDIATE');
    breaks = true;
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    breaks = false;
    const mails = () =>
      api.dataSource.query(
        'select id, attempts, sent_at is not null as sent, body, subject from mails where person_id = $1',
        [viewer.person.id],
      );
    // Nothing that could be redacted waits with it.
    const [{ id, ...waiting }] = await mails();
    expect(waiting).toEqual({ attempts: 1, sent: false, body: null, subject: '' });
    await api.dataSource.query('update mails set due_at = clock_timestamp()');
    await api.app.get(MailOutbox).sendDue();
    await api.app.get(MailOutbox).sendDue();
    expect(mailsTo(viewer).map((mail) => mail.id)).toEqual([id]);
    expect(await mails()).toHaveLength(1);
  });

  it('says names as they are when it leaves, and never what people wrote', async () => {
    const idea = await anIdea(api, { title: 'Help for Wilhelmina Quattlebaum' });
    await wants(idea.author, 'IMMEDIATE');
    breaks = true;
    await api.app.get(AddComment).execute(await aPerson(api, { name: 'Ann' }), {
      ideaId: idea.id,
      answersId: null,
      body: 'She lives at Marigold House.',
      stance: null,
      perspective: 'PUBLIC',
      shownAs: 'NAME',
    });
    await spread();
    breaks = false;
    // What stood there is gone before the mail leaves.
    const revised = await api.app.get(ReviseIdea).execute(idea.author, {
      ideaId: idea.id,
      title: 'Help after a fall',
      need: 'People tell their story many times before anyone helps.',
      outcome: 'One conversation is enough.',
      peopleServed: 'Families who run out of money before the end of the month',
      themes: ['FOOD'],
    } as never);
    expect(revised.ok).toBe(true);
    await api.dataSource.query('update mails set due_at = clock_timestamp()');
    await api.app.get(MailOutbox).sendDue();
    const [mail] = mailsTo(idea.author);
    expect(mail?.subject).toBe('Somebody commented: Help after a fall');
    expect(JSON.stringify(mail)).not.toMatch(/Marigold|Quattlebaum/);
  });

  it('of a thing that fails keeps no other mail waiting', async () => {
    const idea = await anIdea(api);
    const viewer = await aVoter(idea, 'IMMEDIATE');
    await api.app
      .get(UnitOfWork)
      .run((tx) => api.app.get(MailOutbox).postWorded(tx, 'NOBODY', 'x', [idea.author.person.id]));
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    expect(mailsTo(viewer)).toHaveLength(1);
  });
});

describe('the way out of a mail', () => {
  it('is one press of the mail program, without signing in, as the standard for it says', async () => {
    const idea = await anIdea(api);
    const [form, multipart] = [await aVoter(idea, 'IMMEDIATE'), await aVoter(idea, 'IMMEDIATE')];
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    for (const viewer of [form, multipart]) {
      expect(mailsTo(viewer)[0]?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    }
    const answers = [
      await post(unsubscribeUrlOf(mailsTo(form)[0]), 'List-Unsubscribe=One-Click'),
      await post(
        unsubscribeUrlOf(mailsTo(multipart)[0]),
        '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
        'multipart/form-data; boundary=x',
      ),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    await happens(idea, { kind: 'idea.shaped' });
    await spread();
    expect([mailsTo(form).length, mailsTo(multipart).length]).toEqual([1, 1]);
  });

  it('offers less mail instead of none, to its own reader only, and changes nothing by being opened', async () => {
    const idea = await anIdea(api);
    const [viewer, other] = [await aVoter(idea, 'IMMEDIATE'), await aVoter(idea, 'IMMEDIATE')];
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    const url = unsubscribeUrlOf(mailsTo(viewer)[0]);
    const token = url.split('/').at(-1);
    const choice = async () =>
      (
        await api
          .as({ person: null, memberships: [], scopes: null, requestId: 'test' })
          .graphql<{ mailChoice: unknown }>('query ($token: String!) { mailChoice(token: $token) { email } }', {
            token,
          })
      ).data.mailChoice;
    await api.app.inject({ method: 'GET', url: new URL(url).pathname });
    expect(await choice()).toEqual({ email: 'IMMEDIATE' });
    const answer = await post(url, 'choice=WEEKLY');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/unsubscribe/${token}?done=WEEKLY`]);
    expect(await choice()).toEqual({ email: 'WEEKLY' });
    await happens(idea, { kind: 'idea.shaped' });
    await spread();
    expect(mailsTo(other)).toHaveLength(2);
  });

  it('is closed to a token that this installation did not make', async () => {
    const idea = await anIdea(api);
    const viewer = await aVoter(idea, 'IMMEDIATE');
    await happens(idea, { kind: 'idea.supported' });
    await spread();
    const url = unsubscribeUrlOf(mailsTo(viewer)[0]);
    // The same person, one bit of the proof different; another person with this one's proof.
    const bytes = Buffer.from(url.split('/').at(-1)!, 'base64url');
    for (const at of [0, 31]) {
      const forged = Buffer.from(bytes);
      forged[at] = forged[at]! ^ 1;
      const answer = await post(url.replace(/[^/]+$/, forged.toString('base64url')), 'choice=NONE');
      expect(answer.statusCode).toBe(404);
    }
    const [row] = await api.dataSource.query('select email from notification_settings where person_id = $1', [
      viewer.person.id,
    ]);
    expect(row).toEqual({ email: 'IMMEDIATE' });
  });
});
