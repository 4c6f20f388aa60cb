import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { later } from '../../lib/later.js';
import { useViewer } from '../../lib/viewer.js';
import { Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import css from './entry-uses.module.css';
import { useCommonsWords } from './words.js';

const EntryActions = later(() => import('./entry-actions.js').then((part) => part.EntryActions));
const EntryUseActs = later(() => import('./entry-use-acts.js').then((part) => part.EntryUseActs));

export const EntryUses_entry = graphql(`
  fragment EntryUses_entry on CommonsEntry {
    id
    status
    uses {
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
    ...EntryActions_entry
  }
`);

/** Who says that they use it, since when and whether they said so within a year, and what whoever looks can do about it. */
export function EntryUses({ entry }: { readonly entry: FragmentType<typeof EntryUses_entry> }) {
  const t = useCommonsWords();
  const { person } = useViewer();
  const data = useFragmentData(EntryUses_entry, entry);
  if (data === null) return null;
  return (
    <Section heading={t('uses.title')} id="uses">
      {data.uses.length === 0 ? <p>{t('uses.none')}</p> : null}
      <Stack gap={5}>
        {data.uses.map((use) => (
          <Use key={use.id} use={use} />
        ))}
      </Stack>
      {person === null ? null : <EntryActions entry={data} />}
    </Section>
  );
}

type UseData = ResultOf<typeof EntryUses_entry>['uses'][number];

function Use({ use }: { readonly use: UseData }) {
  const t = useCommonsWords();
  const { reconfirm, contest } = use.viewerCan;
  const doubted = use.doubts.some(({ answer }) => answer == null);
  return (
    <article className={css.use} aria-label={use.organisation.name}>
      <h3>
        <Link to={`/organisations/${use.organisation.slug}`}>{use.organisation.name}</Link>{' '}
        {use.isConfirmed ? null : <Tag>{t('uses.unconfirmed')}</Tag>}
        {doubted ? <Tag>{t('uses.doubted')}</Tag> : null}
      </h3>
      <p>{use.whatFor}</p>
      <p className={css.facts}>
        {use.since == null ? null : t.rich('uses.since', {}, { day: <Day on={use.since} /> })}
        {use.since == null ? null : ' · '}
        {use.version === '' ? null : `${t('uses.version', { version: use.version })} · `}
        {use.whomToAsk === '' ? null : `${t('uses.ask', { whom: use.whomToAsk })} · `}
        {t.rich('uses.confirmed', {}, { day: <Day on={use.confirmedAt} /> })}
      </p>
      {use.doubts.map((doubt) => (
        <blockquote key={`${doubt.raisedBy.id}-${doubt.raisedAt}`} className={css.doubt}>
          <p>{t('uses.doubt', { name: doubt.raisedBy.name, reason: doubt.reason })}</p>
          {doubt.answer == null ? null : <p>{t('uses.answered', { answer: doubt.answer })}</p>}
        </blockquote>
      ))}
      {reconfirm.allowed || contest.allowed ? (
        <EntryUseActs useId={use.id} mayReconfirm={reconfirm.allowed} mayContest={contest.allowed} doubted={doubted} />
      ) : null}
    </article>
  );
}
