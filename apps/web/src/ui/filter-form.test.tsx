import { beforeEach, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { useLocation } from '../lib/router.js';
import { renderPart } from '../testing/render.js';
import { FilterForm, FilterSelect } from './filter-form.js';

function Asked() {
  return <output aria-label="asked for">{useLocation().search}</output>;
}

beforeEach(() => {
  renderPart(
    <FilterForm label="Narrow the list" submit="Show">
      <FilterSelect name="stage" label="Stage" value="" any="Any" options={[{ value: 'FUNDING', label: 'Funding' }]} />
      <label>
        First day
        <input type="date" name="from" defaultValue="" />
      </label>
      <Asked />
    </FilterForm>,
  );
});

it('asks at once for what is chosen', async () => {
  await userEvent.selectOptions(screen.getByLabelText('Stage'), 'FUNDING');
  expect(screen.getByLabelText('asked for').textContent).toBe('?stage=FUNDING');
});

it('asks for what is typed part by part only when it is sent', async () => {
  // A year under way is a day as well: 0002, 0020, 0202.
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '0002-01-31' } });
  expect(screen.getByLabelText('asked for').textContent).toBe('');
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-01-31' } });
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByLabelText('asked for').textContent).toBe('?from=2026-01-31');
});
