import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderPart } from '../testing/render.js';
import { ActionButton } from './action-button.js';
import { csvOf } from './chart.js';
import { isSafe } from './markdown-text.js';
import { Markdown } from './markdown.js';
import { MoneyBar } from './money.js';
import { SupportBar } from './perspective.js';
import { Thread } from './thread.js';
import { relative } from './time.js';

const gbp = (pounds: number) => ({ minorUnits: String(pounds * 100), currency: 'GBP', decimals: 2 });

describe('the thread', () => {
  it('says which stations are done, which is now, and what that one is missing', () => {
    renderPart(<Thread stage="SHAPED" missing="A signed agreement" />);
    const stations = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(stations.map((each) => each.textContent)).toEqual([
      'Logged (done)',
      'Has backing (done)',
      'Ready to fund (now)A signed agreement',
      'Funding (ahead)',
      'Being built (ahead)',
      'Shared back (ahead)',
    ]);
    expect(stations[2]).toHaveAttribute('aria-current', 'step');
  });

  it('leads from the last station back to the first', () => {
    renderPart(<Thread stage="COMMONS" />);
    expect(screen.getByText(/the next idea can begin here/)).toBeInTheDocument();
  });

  it('puts an idea that left the line at no station', () => {
    renderPart(<Thread stage="STOPPED" />);
    expect(screen.queryByText(/\(now\)/)).toBeNull();
    expect(screen.getByText(/ended early/)).toBeInTheDocument();
  });
});

describe('the support bar', () => {
  it('tells each perspective in words, and a small count only as a bound', () => {
    renderPart(
      <SupportBar
        organisations={2}
        votes={[
          { perspective: 'PRACTITIONER', count: 6 },
          { perspective: 'LIVED_EXPERIENCE', count: null, fewerThan: 3 },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Practitioner 6',
      'Lived experience fewer than 3',
      '2 organisations',
    ]);
  });

  it('draws all that is too few to be told as one part, whoever it was', () => {
    const drawn = (perspective: string) => {
      const { container, unmount } = renderPart(
        <SupportBar
          total={8}
          votes={[
            { perspective: 'FUNDER', count: 6 },
            { perspective, count: null, fewerThan: 3 },
          ]}
        />,
      );
      const picture = container.querySelector('svg')!.innerHTML;
      unmount();
      return picture;
    };
    expect(drawn('PUBLIC')).toBe(drawn('LIVED_EXPERIENCE'));
    expect(drawn('PUBLIC')).toContain('width="25%"');
  });

  it('is empty while nobody voted, and says so', () => {
    renderPart(<SupportBar compact total={0} organisations={0} votes={[{ perspective: 'PUBLIC', fewerThan: 3 }]} />);
    expect(screen.getByText('No votes yet · no organisation yet')).toBeInTheDocument();
  });
});

describe('the money bar', () => {
  it('names each funder with its amount, and says when the minimum is reached', () => {
    renderPart(
      <MoneyBar
        minimum={gbp(60_000)}
        target={gbp(90_000)}
        segments={[
          { label: 'Larkfield Foundation', amount: gbp(50_000) },
          { label: 'Larkfield Foundation', amount: gbp(10_000), matching: true },
        ]}
      />,
    );
    expect(screen.getByText('£60,000', { selector: 'strong' })).toBeInTheDocument();
    expect(screen.getByText(/is reached/)).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')[1]).toHaveTextContent('Larkfield Foundation (matching)£10,000');
  });

  it('does not say that it goes ahead while what is pledged does not count', () => {
    renderPart(
      <MoneyBar
        minimum={gbp(60_000)}
        target={gbp(90_000)}
        reachesMinimum={false}
        segments={[{ label: 'Larkfield Foundation', amount: gbp(70_000) }]}
      />,
    );
    expect(screen.getByText(/Below that nobody pays/)).toBeInTheDocument();
  });

  it('says that nobody pays below the minimum', () => {
    renderPart(<MoneyBar minimum={gbp(60_000)} target={gbp(90_000)} segments={[]} />);
    expect(screen.getByText(/Below that nobody pays/)).toBeInTheDocument();
  });
});

describe('an action that is not possible yet', () => {
  it('can be reached, says why, and does nothing', async () => {
    let runs = 0;
    const { user } = renderPart(
      <ActionButton
        run={async () => void runs++}
        permission={{ allowed: false, requirements: [{ code: 'X', message: 'Sign the agreement first', met: false }] }}
      >
        Open a round
      </ActionButton>,
    );
    const button = screen.getByRole('button', { name: 'Open a round' });
    expect(button).toHaveAccessibleDescription(/Sign the agreement first/);
    await user.click(button);
    expect(runs).toBe(0);
  });
});

describe('somebody’s text', () => {
  it('shows markup as the characters that were typed', () => {
    const { container } = renderPart(<Markdown text={'Hello <img src=x onerror=alert(1)> **you**'} />);
    expect(container.querySelector('img')).toBeNull();
    expect(container).toHaveTextContent('Hello <img src=x onerror=alert(1)> you');
  });

  it('links to the web and to mail, and to nothing that runs', () => {
    expect(['https://a.example', 'mailto:a@b.example', '/ideas'].every(isSafe)).toBe(true);
    expect(['javascript:alert(1)', ' javascript:x', 'data:text/html,x', '//evil.example'].some(isSafe)).toBe(false);
  });
});

describe('figures taken along', () => {
  it('quotes what needs it and defuses what a spreadsheet would run', () => {
    expect(csvOf([['a,b', '=HYPERLINK("x")', '-3']])).toBe('"a,b","\'=HYPERLINK(""x"")",-3\r\n');
  });
});

describe('a time', () => {
  it('is told as one would say it', () => {
    expect(relative(-3 * 3_600_000, 'en-GB')).toBe('3 hours ago');
    expect(relative(26 * 3_600_000, 'en-GB')).toBe('tomorrow');
    expect(relative(-20_000, 'en-GB')).toBe('just now');
  });
});
