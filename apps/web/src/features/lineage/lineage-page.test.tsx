import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { page } from './component-lineage-page.js';

const nodes = Array.from({ length: 500 }, (_, index) => ({
  __typename: 'LineageNode',
  nodeId: `component_${index}`,
  kind: 'COMPONENT',
  slug: `thing-${index}`,
  title: `Thing ${index}`,
  language: 'en',
  layer: index === 0 ? 0 : (index % 6) + 1,
}));

/** By what they are: asking five hundred links for their roles takes this browser half a minute. */
const linksIn = (part: string) => [...document.querySelectorAll<HTMLAnchorElement>(`${part} a`)];

it('is a table first, and drawn it shows the same five hundred rows, walked by arrow keys', async () => {
  const { user } = await renderPage(page, {
    path: 'components/:slug/where-it-went',
    url: '/components/thing-0/where-it-went',
    data: {
      lineage: {
        __typename: 'Lineage',
        cut: false,
        nodes,
        links: [{ __typename: 'LineageLink', from: 'component_0', to: 'component_6', how: 'BASED_ON' }],
      },
    },
  });
  const rows = linksIn('table');
  expect(rows).toHaveLength(500);
  expect(linksIn('svg')).toEqual([]);

  await user.click(screen.getByText('Show it as a drawing'));
  const boxes = linksIn('svg');
  expect(boxes.map((box) => box.getAttribute('href')).sort()).toEqual(
    rows.map((row) => row.getAttribute('href')).sort(),
  );
  expect(boxes.filter((box) => box.tabIndex === 0).map((box) => box.textContent)).toEqual(['Thing 0']);

  boxes.find((box) => box.tabIndex === 0)?.focus();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Thing 12');
});
