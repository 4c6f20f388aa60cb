import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render.js';
import { page } from './licence-page.js';

const at = { path: 'licences' };
const nothing = { __typename: 'Licence', alternatives: [], licences: [], problem: null };

describe('a licence in plain words', () => {
  it('says what one may do and must do, and for what it is open', async () => {
    await renderPage(page, {
      ...at,
      url: '/licences?of=MIT',
      data: {
        licenceMatrix: null,
        licence: {
          ...nothing,
          expression: 'MIT',
          alternatives: [[0]],
          licences: [
            {
              __typename: 'LicenceInWords',
              expression: 'MIT',
              name: 'MIT License',
              url: 'https://opensource.org/license/mit',
              read: true,
              youMay: ['change it'],
              youMust: ['keep the copyright and licence notices with it'],
              open: [{ __typename: 'LicenceOpenness', kind: 'SOFTWARE', verdict: 'SATISFIES' }],
              suggestions: [],
            },
          ],
        },
      },
    });
    expect(screen.getByRole('heading', { name: 'MIT License' })).toBeTruthy();
    expect(screen.getByText('change it')).toBeTruthy();
    expect(screen.getByText('keep the copyright and licence notices with it')).toBeTruthy();
  });

  it('proposes what may have been meant and corrects nothing', async () => {
    await renderPage(page, {
      ...at,
      url: '/licences?of=GPLv3',
      data: {
        licenceMatrix: null,
        licence: {
          ...nothing,
          expression: 'GPLv3',
          problem: {
            __typename: 'LicenceProblem',
            message: '“GPLv3” is not a licence expression.',
            suggestions: [
              { __typename: 'LicenceSuggestion', expression: 'GPL-3.0-only', because: 'This version.' },
              { __typename: 'LicenceSuggestion', expression: 'GPL-3.0-or-later', because: 'Or later ones.' },
            ],
          },
        },
      },
    });
    const proposed = screen.getByRole('link', { name: 'Did you mean GPL-3.0-or-later?' });
    expect(proposed.getAttribute('href')).toBe('/licences?of=GPL-3.0-or-later');
    expect(screen.queryByText('You may')).toBeNull();
  });
});
