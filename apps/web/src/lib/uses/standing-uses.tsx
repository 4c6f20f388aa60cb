import type { ReactNode } from 'react';
import { graphql } from '../../gql/index.js';
import type { StandingUse_useFragment } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../fragment.js';
import { Link } from '../router.js';
import { Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import css from './standing-uses.module.css';
import { useUsesWords } from './words.js';

export const StandingUse_use = graphql(`
  fragment StandingUse_use on StandingUse {
    id
    whatFor
    since
    version
    whomToAsk
    confirmedAt
    isConfirmed
    organisation {
      id
      slug
      name
    }
    doubts {
      reason
      answer
      raisedAt
      raisedBy {
        id
        name
      }
    }
    viewerCan {
      reconfirm {
        allowed
      }
      contest {
        allowed
      }
    }
  }
`);

type UseRef = FragmentType<typeof StandingUse_use> & { readonly id: string };

interface StandingUsesProps {
  readonly uses: readonly UseRef[];
  /** What whoever looks can do about one of them, where there is anything. */
  readonly renderActs: (use: StandingUse_useFragment) => ReactNode;
}

/** Who says that they use something, since when, and whether they said so within a year. */
export function StandingUses({ uses, renderActs }: StandingUsesProps) {
  const t = useUsesWords();
  if (uses.length === 0) return <p>{t('none')}</p>;
  return (
    <Stack gap={5}>
      {uses.map((use) => (
        <StandingUse key={use.id} use={use} renderActs={renderActs} />
      ))}
    </Stack>
  );
}

function StandingUse({ use: ref, renderActs }: { readonly use: UseRef } & Pick<StandingUsesProps, 'renderActs'>) {
  const t = useUsesWords();
  const use = useFragmentData(StandingUse_use, ref);
  if (use === null) return null;
  const { reconfirm, contest } = use.viewerCan;
  return (
    <article className={css.use} aria-label={use.organisation.name}>
      <h3>
        <Link to={`/organisations/${use.organisation.slug}`}>{use.organisation.name}</Link>{' '}
        {use.isConfirmed ? null : <Tag>{t('unconfirmed')}</Tag>}
        {isDoubted(use) ? <Tag>{t('doubted')}</Tag> : null}
      </h3>
      <p>{use.whatFor}</p>
      <p className={css.facts}>
        {use.since == null ? null : t.rich('since', {}, { day: <Day on={use.since} /> })}
        {use.since == null ? null : ' · '}
        {use.version === '' ? null : `${t('version', { version: use.version })} · `}
        {use.whomToAsk === '' ? null : `${t('ask', { whom: use.whomToAsk })} · `}
        {t.rich('confirmed', {}, { day: <Day on={use.confirmedAt} /> })}
      </p>
      {use.doubts.map((doubt) => (
        <blockquote key={`${doubt.raisedBy.id}-${doubt.raisedAt}`} className={css.doubt}>
          <p>{t('doubt', { name: doubt.raisedBy.name, reason: doubt.reason })}</p>
          {doubt.answer == null ? null : <p>{t('answered', { answer: doubt.answer })}</p>}
        </blockquote>
      ))}
      {reconfirm.allowed || contest.allowed ? renderActs(use) : null}
    </article>
  );
}

/** Doubts wait for an answer: without one it is not confirmed again. */
export function isDoubted({ doubts }: Pick<StandingUse_useFragment, 'doubts'>): boolean {
  return doubts.some(({ answer }) => answer == null);
}
