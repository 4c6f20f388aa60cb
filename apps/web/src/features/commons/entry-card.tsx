import { plainText } from '../../lib/plain-text.js';
import { Link } from '../../lib/router.js';
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
    status
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
  /** Why it was found, when somebody searched. */
  readonly match?: { readonly where: string; readonly excerpt: string } | null;
}

/** Something in the shared library, with the need it came from. */
export function EntryCard({ entry, level = 2, match = null }: EntryCardProps) {
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
          {data.status === 'WITHDRAWN' ? <Tag tone="attention">{t('entry.withdrawn')}</Tag> : null}
          {data.unconfirmed && data.status === 'PUBLISHED' ? (
            <Tag tone="attention">{t('entry.unconfirmed')}</Tag>
          ) : null}
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
      <p>{match === null ? data.summary : <Match excerpt={match.excerpt} />}</p>
    </Card>
  );
}

/** The passage that was found; the words searched for are marked, never by colour alone. */
function Match({ excerpt }: { readonly excerpt: string }) {
  const t = useCommonsWords();
  return (
    <>
      {t('list.matched')}{' '}
      {excerpt
        .split(/[«»]/)
        .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : plainText(part)))}
    </>
  );
}
