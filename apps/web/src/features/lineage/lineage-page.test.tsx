import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';

import { renderPage } from '../../testing/render.js';
import { page } from './component-lineage-page.js';

const nodes = Array.from({ length: 500 }, (_, index) => ({
  __typename: 'LineageNode',
  nodeId: `component_${index}`,
  kind: 'COMPONENT',
  slug: `thing-${index}`,
  title: `Thing ${index}`,
  language: 'en',
  layer: Math.ceil(index / 6),
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
        links: nodes.slice(1).map((_, index) => ({
          __typename: 'LineageLink',
          from: `component_${Math.max(0, index - 5)}`,
          to: `component_${index + 1}`,
          how: 'BASED_ON',
        })),
      },
    },
  });
  const rows = linksIn('table');
  expect(rows).toHaveLength(500);
  expect(linksIn('svg')).toEqual([]);

  await user.click(screen.getByText('Show it as a drawing'));
  await waitFor(() => expect(linksIn('svg')).toHaveLength(500));
  const boxes = linksIn('svg');
  expect(boxes.map((box) => box.getAttribute('href')).sort()).toEqual(
    rows.map((row) => row.getAttribute('href')).sort(),
  );
  expect(boxes.filter((box) => box.tabIndex === 0).map((box) => box.title)).toEqual(['Thing 0']);

  boxes.find((box) => box.tabIndex === 0)?.focus();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect((document.activeElement as HTMLElement).title).toMatch(/^Thing [1-6]$/);
});
