import { Link } from 'react-router';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Card } from '../../ui/card.js';
import { Tag } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import { useCommonsWords } from './words.js';

export const EntryCard_entry = graphql(`
  fragment EntryCard_entry on CommonsEntry {
    id
    slug
    kind
    title
    summary
    language
    licence
    publishedAt
    unconfirmed
    organisation {
      id
      name
    }
    provenance {
      votes
      idea {
        id
        slug
        title
        language
      }
      funders {
        id
      }
    }
  }
`);

interface EntryCardProps {
  readonly entry: FragmentType<typeof EntryCard_entry>;
  readonly level?: 2 | 3;
}

/** Something in the shared library, with the need it came from. */
export function EntryCard({ entry, level = 2 }: EntryCardProps) {
  const t = useCommonsWords();
  const v = useVocabulary();
  const data = useFragmentData(EntryCard_entry, entry);
  if (data === null) return null;
  const { provenance } = data;
  return (
    <Card
      level={level}
      to={`/commons/${data.slug}`}
      title={data.title}
      lang={data.language}
      kicker={
        <>
          <Tag tone="good">{v.outputKind(data.kind)}</Tag>
          <Link to={`/licences?of=${encodeURIComponent(data.licence)}`}>
            {t('list.under', { licence: data.licence })}
          </Link>
          {data.unconfirmed ? <Tag tone="attention">{t('entry.unconfirmed')}</Tag> : null}
          <RelativeTime at={data.publishedAt} />
        </>
      }
      footer={
        <span>
          {provenance == null
            ? t('list.given', { organisation: data.organisation.name })
            : t.rich(
                'list.from',
                { idea: provenance.idea.title, votes: provenance.votes, funders: provenance.funders.length },
                { link: <Link to={`/ideas/${provenance.idea.slug}`} lang={provenance.idea.language} /> },
              )}
        </span>
      }
    >
      <p>{data.summary}</p>
    </Card>
  );
}
