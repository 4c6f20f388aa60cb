import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useCommonsWords } from './words.js';

export const EntryFacts_entry = graphql(`
  fragment EntryFacts_entry on CommonsEntry {
    id
    slug
    urn
    kind
    title
    licence
    version
    release
    addressSeenAt
    component {
      id
      slug
      name
    }
    publishedAt
    reviewBy
    organisation {
      id
      slug
      name
    }
    alsoGivenBy {
      id
      slug
      name
    }
    sharedBy {
      id
      handle
      name
    }
  }
`);

/** The dated facts of an entry, and how to cite it. */
export function EntryFacts({ entry }: { readonly entry: FragmentType<typeof EntryFacts_entry> }) {
  const t = useCommonsWords();
  const v = useVocabulary();
  const data = useFragmentData(EntryFacts_entry, entry);
  if (data === null) return null;
  return (
    <Section heading={t('entry.facts')} id="facts">
      <Facts
        items={[
          { label: t('entry.kind'), value: v.outputKind(data.kind) },
          {
            label: t('entry.giver'),
            value: <Link to={`/organisations/${data.organisation.slug}`}>{data.organisation.name}</Link>,
          },
          {
            label: t('entry.alsoGiven'),
            value:
              data.alsoGivenBy.length === 0 ? null : (
                <ul>
                  {data.alsoGivenBy.map(({ id, slug, name }) => (
                    <li key={id}>
                      <Link to={`/organisations/${slug}`}>{name}</Link>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            label: t('entry.sharedBy'),
            value: <Link to={`/people/${data.sharedBy.handle}`}>{data.sharedBy.name}</Link>,
          },
          { label: t('entry.published'), value: <Day on={data.publishedAt} /> },
          { label: t('entry.version'), value: data.version },
          { label: t('entry.release'), value: data.release },
          {
            label: t('entry.component'),
            value:
              data.component == null ? null : (
                <Link to={`/components/${data.component.slug}`}>{data.component.name}</Link>
              ),
          },
          {
            label: t('entry.seen'),
            value: data.addressSeenAt == null ? null : <Day on={data.addressSeenAt} />,
          },
          { label: t('entry.review'), value: <Day on={data.reviewBy} /> },
          { label: t('entry.urn'), value: <code>{data.urn}</code> },
          {
            label: t('entry.cite'),
            value: t('entry.cite.text', {
              organisation: [data.organisation, ...data.alsoGivenBy].map(({ name }) => name).join(', '),
              year: data.publishedAt.slice(0, 4),
              title: data.title,
              version: data.version,
              address: data.urn,
            }),
          },
        ]}
      />
      <p>
        {t.rich(
          'entry.forms',
          {},
          {
            cff: <Link to={`/commons/${data.slug}/CITATION.cff`} reloadDocument />,
            jsonld: <Link to={`/commons/${data.slug}/entry.jsonld`} reloadDocument />,
          },
        )}
      </p>
    </Section>
  );
}
