import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import { SupportBar } from '../../ui/perspective.js';
import { Thread } from '../../ui/thread.js';
import { Day } from '../../ui/time.js';
import { useCommonsWords } from './words.js';

export const EntryOrigin_entry = graphql(`
  fragment EntryOrigin_entry on CommonsEntry {
    id
    slug
    organisation {
      id
      slug
      name
    }
    components {
      id
      slug
      name
    }
    informs {
      id
      slug
      title
      language
    }
    provenance {
      votes
      byPerspective {
        perspective
        count
        fewerThan
      }
      idea {
        id
        slug
        title
        language
        stage
        originator {
          id
          name
        }
      }
      venture {
        id
        slug
        title
      }
      funders {
        id
        slug
        name
      }
      obligation {
        id
        title
        returns {
          id
          decision
          decidedAt
          decidedBy {
            id
            name
          }
        }
      }
    }
  }
`);

/** The need, the people behind it and the money an entry came from: the whole chain on one page. */
export function EntryOrigin({ entry }: { readonly entry: FragmentType<typeof EntryOrigin_entry> }) {
  const t = useCommonsWords();
  const data = useFragmentData(EntryOrigin_entry, entry);
  if (data === null) return null;
  const { provenance, organisation } = data;
  const verified = provenance?.obligation?.returns.find(({ decision }) => decision === 'VERIFIED');
  return (
    <Section heading={t('entry.came')} id="origin">
      {provenance == null ? (
        <p>
          {t.rich(
            'entry.given',
            { organisation: organisation.name },
            { link: <Link to={`/organisations/${organisation.slug}`} /> },
          )}
        </p>
      ) : (
        <Stack gap={4}>
          <Thread stage={provenance.idea.stage} look="line" />
          <p>
            {t.rich(
              'entry.idea',
              { title: provenance.idea.title },
              { link: <Link to={`/ideas/${provenance.idea.slug}`} lang={provenance.idea.language} /> },
            )}{' '}
            {t('entry.originator', { name: provenance.idea.originator.name })}{' '}
            {t('entry.votes', { votes: provenance.votes })}
          </p>
          <SupportBar compact votes={provenance.byPerspective} total={provenance.votes} />
          <p>
            {t.rich(
              'entry.venture',
              { title: provenance.venture.title },
              { link: <Link to={`/ventures/${provenance.venture.slug}`} /> },
            )}{' '}
            {provenance.obligation == null
              ? t('entry.learned')
              : t('entry.promise', { title: provenance.obligation.title })}{' '}
            {verified?.decidedBy == null || verified.decidedAt == null
              ? null
              : t.rich('entry.verified', { name: verified.decidedBy.name }, { day: <Day on={verified.decidedAt} /> })}
          </p>
          <Links
            heading={t('entry.funders')}
            items={provenance.funders.map(({ id, slug, name }) => ({ id, to: `/organisations/${slug}`, label: name }))}
          />
        </Stack>
      )}
      <Links
        heading={t('entry.builtOn')}
        items={data.components.map(({ id, slug, name }) => ({ id, to: `/components/${slug}`, label: name }))}
      />
      <Links
        heading={t('entry.informs')}
        items={data.informs.map(({ id, slug, title, language }) => ({
          id,
          to: `/ideas/${slug}`,
          label: title,
          lang: language,
        }))}
      />
      <p>
        <Link to={`/commons/${data.slug}/where-it-went`}>{t('entry.lineage')}</Link>
      </p>
    </Section>
  );
}

interface LinksProps {
  readonly heading: string;
  readonly items: readonly {
    readonly id: string;
    readonly to: string;
    readonly label: string;
    readonly lang?: string;
  }[];
}

function Links({ heading, items }: LinksProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{heading}</h3>
      <ul>
        {items.map(({ id, to, label, lang }) => (
          <li key={id}>
            <Link to={to} lang={lang}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
