import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { PreviewComponentDocument } from './preview.js';
import { page } from './new-component-page.js';

const PUBLICCODE = 'name: Rota';

const understood = {
  request: { query: PreviewComponentDocument, variables: { input: { publiccode: PUBLICCODE } } },
  result: {
    data: {
      previewComponent: {
        __typename: 'PreviewComponentPayload',
        publiccode: PUBLICCODE,
        fetchedFrom: null,
        differences: [],
        preview: {
          __typename: 'ComponentPreview',
          valid: false,
          name: 'Rota',
          summary: null,
          language: null,
          repositoryUrl: null,
          maturity: null,
          maintainedBy: null,
          softwareVersion: null,
          releaseDate: null,
          licenceDeclared: null,
          licenceInPlainWords: [],
          registeredAs: null,
          licenceFound: null,
          fittingIdeas: [],
          problems: [
            {
              __typename: 'MetadataProblem',
              line: 1,
              column: 1,
              message: 'legal is missing.',
              severity: 'ERROR',
            },
          ],
        },
      },
    },
  },
};

it('shows what was understood of a file and its faults by line, and asks for what the file does not say', async () => {
  const { user } = await renderPage(page, {
    path: 'components/new',
    url: '/components/new',
    data: {},
    answers: [understood],
  });
  await user.type(screen.getByRole('textbox', { name: /The file publiccode.yml/ }), PUBLICCODE);
  await user.click(screen.getByRole('button', { name: 'See what we understood' }));

  expect(await screen.findByRole('heading', { name: 'What we understood' })).toBeTruthy();
  expect(screen.getByText('1 thing in the file breaks the rules')).toBeTruthy();
  expect(screen.getByText('Line 1')).toBeTruthy();
  expect(screen.getByText('legal is missing.')).toBeTruthy();

  // The file has a name and no sentence: the sentence is asked for before anything is sent.
  await user.click(screen.getByRole('button', { name: 'Add it' }));
  expect((await screen.findAllByText(/What it does, in one sentence/)).length).toBeGreaterThan(1);
});
