import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea } from '../../../test/support/ideas.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { AddComment } from '../discussion/index.js';
import { FirstAnswers } from './application/first-answers.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const says = (viewer: SignedInViewer, idea: TestIdea) =>
  api.app.get(AddComment).execute(viewer, {
    ideaId: idea.id,
    answersId: null,
    body: 'A few words.',
    stance: null,
    perspective: 'PUBLIC',
    shownAs: 'NAME_WITHHELD',
  });

async function figure() {
  // Without waiting for the ten minutes for which it is kept.
  (api.app.get(FirstAnswers) as unknown as { known: undefined }).known = undefined;
  const { data } = await api
    .as(nobody)
    .graphql<{ timeToFirstAnswer: unknown }>('{ timeToFirstAnswer { ideas answered medianHours } }');
  return data.timeToFirstAnswer;
}

it('is the time until somebody else answers, for the installation, once five people were answered', async () => {
  const ideas: TestIdea[] = [];
  for (let logged = 0; logged < 6; logged += 1) ideas.push(await anIdea(api));
  for (const idea of ideas) await says(idea.author, idea);
  expect(await figure()).toEqual({ ideas: 6, answered: 0, medianHours: null });

  const neighbour = await aPerson(api);
  await api.moveClock(150);
  for (const idea of ideas.slice(0, 4)) await says(neighbour, idea);
  expect(await figure()).toEqual({ ideas: 6, answered: 4, medianHours: null });
  for (const idea of ideas.slice(4)) await says(neighbour, idea);
  await api.moveClock(600);
  // What is said later is no first answer.
  for (const idea of ideas) await says(neighbour, idea);
  expect(await figure()).toEqual({ ideas: 6, answered: 6, medianHours: 3 });

  await api.moveClock(91 * 24 * 60);
  expect(await figure()).toEqual({ ideas: 0, answered: 0, medianHours: null });
});
