import { expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { BrowserRouter, Link, matchPath, namedParts, NavLink, useLocation, useNavigationType } from './router.js';

function Here() {
  const { pathname, search, hash } = useLocation();
  return <output>{`${useNavigationType()} ${pathname}${search}${hash}`}</output>;
}

function site() {
  history.replaceState(null, '', '/ideas?q=food');
  render(
    <BrowserRouter>
      <Here />
      <Link to="/commons#new">Library</Link>
      <Link to="?after=x">More</Link>
      <NavLink to="/ideas">Ideas</NavLink>
      <NavLink to="/" end>
        Front
      </NavLink>
    </BrowserRouter>,
  );
  return userEvent.setup();
}

it('goes on without loading the site again, and back', async () => {
  const user = site();
  expect(screen.getByRole('status').textContent).toBe('POP /ideas?q=food');
  await user.click(screen.getByRole('link', { name: 'Library' }));
  expect(screen.getByRole('status').textContent).toBe('PUSH /commons#new');
  await act(async () => {
    history.back();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(screen.getByRole('status').textContent).toBe('POP /ideas?q=food');
});

it('keeps to the page where only its question changes, and leaves a click with a key to the browser', async () => {
  const user = site();
  await user.click(screen.getByRole('link', { name: 'More' }));
  expect(screen.getByRole('status').textContent).toBe('PUSH /ideas?after=x');
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('link', { name: 'Library' }));
  expect(screen.getByRole('status').textContent).toBe('PUSH /ideas?after=x');
});

it('says in a list of places where one is', () => {
  site();
  expect(screen.getByRole('link', { name: 'Ideas' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: 'Front' }).getAttribute('aria-current')).toBe(null);
});

it('reads the parts of an address, and an address nobody could have made is no fault', () => {
  expect(matchPath('ideas/:slug/shape', '/ideas/caf%C3%A9/shape/')).toEqual({ slug: 'café' });
  expect(matchPath('ideas/:slug', '/ideas/%E0%A4%A')).toEqual({ slug: '%E0%A4%A' });
  expect(matchPath('ideas/:slug', '/ideas')).toBe(null);
  expect(matchPath('', '/')).toEqual({});
  expect(namedParts('ideas/new')).toBeGreaterThan(namedParts('ideas/:slug'));
});
