import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, aShapedIdea, pledge } from '../../../test/support/funding.js';
import { aPerson, anOrganisation, joins, type SignedInViewer } from '../../../test/support/people.js';
import { ActivityLog } from '../../platform/activity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type LeavingMail, MailOutbox, MailTransport } from '../../platform/mail/index.js';
import { NewsMails } from './application/news-mails.js';

let api: TestApi;
const left: LeavingMail[] = [];
beforeAll(async () => {
  api = await anApi();
  api.app.get(MailTransport).send = async (mail: LeavingMail) => {
    left.push(mail);
  };
});
afterAll(async () => {
  await api.close();
});

async function spread(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await api.tail.tick();
    await api.dataSource.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
    await api.jobs.runDue();
  }
  await api.app.get(MailOutbox).sendDue();
}

const kindsOf = async ({ person }: SignedInViewer): Promise<string[]> => {
  const rows: { kind: string }[] = await api.dataSource.query(
    'select a.kind from notifications n join activities a on a.id = n.activity_id where n.person_id = $1 order by a.id',
    [person.id],
  );
  return rows.map(({ kind }) => kind);
};
const mailsTo = ({ person }: SignedInViewer) => left.filter(({ to }) => to === `${person.handle}@people.example`);

it('tells a funder once of an idea that fits its offer in everything, in the mail of the week; nobody whose offer differs', async () => {
  const [fits, differs] = [await aFunder(api), await aFunder(api, { themes: ['HOUSING'] })];
  const colleague = await joins(api, await aPerson(api), fits.organisation.id);
  const { ideaId } = await aShapedIdea(api);
  for (const kind of ['idea.supported', 'idea.shaped']) {
    await api.app
      .get(UnitOfWork)
      .run((tx) =>
        api.app
          .get(ActivityLog)
          .append(tx, { kind, subject: { type: 'Idea', id: ideaId }, ideaId, visibility: 'PUBLIC' }),
      );
    await spread();
  }
  expect(await Promise.all([fits.maker, colleague, differs.maker].map(kindsOf))).toEqual([
    ['idea.fits'],
    ['idea.fits'],
    [],
  ]);
  expect(mailsTo(colleague)).toEqual([]);
  await api.dataSource.query(`update digests_due set due_at = app_now() - interval '1 minute'`);
  await api.app.get(NewsMails).sendDue();
  await api.app.get(MailOutbox).sendDue();
  const [gathered] = mailsTo(colleague);
  expect(gathered?.body).toContain('Remember the appointment');
  expect(mailsTo(differs.maker)).toEqual([]);
});

it('tells those who can approve that a pledge waits for them, at once; not who wrote it, nor who cannot', async () => {
  const organisation = await anOrganisation(api, { kind: 'FOUNDATION', verified: true, approvalThresholdMinor: 0n });
  const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
  const member = await joins(api, await aPerson(api), organisation.id);
  const gone = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
  await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [gone.person.id]);
  const funder = await aFunder(api, {}, organisation);
  await api.dataSource.query(`update memberships set roles = '{ADMIN,MEMBER,APPROVER}' where person_id = $1`, [
    funder.maker.person.id,
  ]);
  const { roundId } = await anOpenRound(api);
  expect((await pledge(api, funder, roundId, 1_000n)).ok).toBe(true);
  await spread();
  const told = async (viewer: SignedInViewer) => (await kindsOf(viewer)).includes('pledge.approval_requested');
  expect(await Promise.all([approver, member, gone, funder.maker].map(told))).toEqual([true, false, false, false]);
  expect(mailsTo(approver)).toHaveLength(1);
});
