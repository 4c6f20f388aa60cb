import { People } from './support/people.js';
import { expect, test } from './support/test.js';

const IDEA = 'a-damp-diary-that-a-landlord-cannot-call-a-feeling';

test('a bar moves while it is looked at, says so to nobody vote by vote, and stands still when asked to', async ({
  page,
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL ?? '');
  const vote = async (handle: string): Promise<void> => {
    const { request } = await people.as(handle);
    const found = await request.post('/graphql', {
      data: { query: 'query($slug: String!) { idea(slug: $slug) { id } }', variables: { slug: IDEA } },
    });
    const { id } = ((await found.json()) as { data: { idea: { id: string } } }).data.idea;
    const answer = await request.post('/graphql', {
      data: {
        query: 'mutation($input: CastVoteInput!) { castVote(input: $input) { __typename } }',
        variables: { input: { ideaId: id, answer: 'SUPPORT', perspective: 'TECHNOLOGIST' } },
      },
    });
    expect(await answer.text()).toContain('CastVotePayload');
  };
  const bar = (votes: number) => new RegExp(`^${votes} votes? `);

  await page.goto(`/ideas/${IDEA}`);
  const panel = page.locator('#vote');
  await expect(panel.getByRole('button', { name: 'Hold it still' })).toBeVisible();
  const total = panel.locator('[data-number]').first();
  const before = Number.parseInt(await total.innerText(), 10);
  // The connection is opened a little behind the page.
  await page.waitForTimeout(4_500);
  await vote('rhys-calloway');
  await expect(total).toHaveText(bar(before + 1));
  await expect(panel.getByRole('status').first()).toHaveText('');

  await panel.getByRole('button', { name: 'Hold it still' }).click();
  await vote('ines-marchetti');
  await page.waitForTimeout(2_500);
  await expect(total).toHaveText(bar(before + 1));
  await panel.getByRole('button', { name: 'Keep it up to date' }).click();
  await expect(total).toHaveText(bar(before + 2));
  await people.leave();
});
