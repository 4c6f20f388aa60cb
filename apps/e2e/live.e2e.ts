import { People } from './support/people.js';
import { expect, test } from './support/test.js';

const IDEA = 'an-english-class-with-a-free-chair-this-week';

test('a bar moves while it is looked at, says so to nobody vote by vote, and stands still when asked to', async ({
  page,
  browser,
  baseURL,
}) => {
  const people = new People(browser, baseURL ?? '');
  const vote = async (handle: string, cast: boolean): Promise<void> => {
    const { request } = await people.as(handle);
    const found = await request.post('/graphql', {
      data: { query: 'query($slug: String!) { idea(slug: $slug) { id } }', variables: { slug: IDEA } },
    });
    const { id } = ((await found.json()) as { data: { idea: { id: string } } }).data.idea;
    const act = cast ? 'castVote' : 'withdrawVote';
    const answer = await request.post('/graphql', {
      data: {
        query: `mutation($input: ${cast ? 'CastVoteInput' : 'WithdrawVoteInput'}!) { ${act}(input: $input) { __typename } }`,
        variables: { input: cast ? { ideaId: id, answer: 'SUPPORT', perspective: 'TECHNOLOGIST' } : { ideaId: id } },
      },
    });
    expect(await answer.text()).toContain('Payload');
  };

  await page.goto(`/ideas/${IDEA}`);
  const panel = page.locator('#vote');
  await expect(panel.getByRole('button', { name: 'Hold it still' })).toBeVisible();
  const before = await panel.locator('[data-number]').first().innerText();
  // The connection is opened a little behind the page.
  await page.waitForTimeout(4_500);
  await vote('rhys-calloway', true);
  await expect(panel.locator('[data-number]').first()).not.toHaveText(before, { timeout: 15_000 });
  const after = await panel.locator('[data-number]').first().innerText();
  await expect(panel.getByRole('status').first()).toHaveText('');

  await panel.getByRole('button', { name: 'Hold it still' }).click();
  await vote('rhys-calloway', false);
  await page.waitForTimeout(2_500);
  await expect(panel.locator('[data-number]').first()).toHaveText(after);
  await panel.getByRole('button', { name: 'Keep it up to date' }).click();
  await expect(panel.locator('[data-number]').first()).toHaveText(before);
  await people.leave();
});
