import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { Section, Stack } from '../../ui/layout.js';
import css from './entry-files.module.css';
import { useCommonsWords } from './words.js';

export const EntryFiles_entry = graphql(`
  fragment EntryFiles_entry on CommonsEntry {
    id
    slug
    kind
    title
    files {
      id
      name
      bytes
      sha256
      address
    }
    strategy {
      key
      kind
      title
      indicators
      leadsTo
    }
  }
`);

/** Files to take along, and a strategy as a list first and as a drawing beside it. */
export function EntryFiles({ entry }: { readonly entry: FragmentType<typeof EntryFiles_entry> }) {
  const t = useCommonsWords();
  const data = useFragmentData(EntryFiles_entry, entry);
  if (data === null) return null;
  return (
    <>
      {data.files.length === 0 ? null : (
        <Section heading={t('entry.files')} id="files">
          <Stack as="ul" gap={3}>
            {data.files.map(({ id, name, bytes, sha256, address }) => (
              <li key={id}>
                <a href={address ?? ''} download={name}>
                  {name}
                </a>{' '}
                {t('entry.file.size', { kilobytes: Math.max(1, Math.round(Number(bytes) / 1000)) })}
                <details>
                  <summary>{t('entry.file.check')}</summary>
                  <code>{sha256}</code>
                </details>
              </li>
            ))}
          </Stack>
        </Section>
      )}
      {data.strategy == null ? null : <Strategy slug={data.slug} title={data.title} steps={data.strategy} />}
    </>
  );
}

interface Step {
  readonly key: string;
  readonly kind: 'INPUT' | 'ACTIVITY' | 'OUTPUT' | 'OUTCOME' | 'IMPACT';
  readonly title: string;
  readonly indicators: readonly string[];
  readonly leadsTo: readonly string[];
}

const ORDER = ['IMPACT', 'OUTCOME', 'OUTPUT', 'ACTIVITY', 'INPUT'] as const;

function Strategy({
  slug,
  title,
  steps,
}: {
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly Step[];
}) {
  const t = useCommonsWords();
  const titleOf = new Map(steps.map((step) => [step.key, step.title]));
  return (
    <Section heading={t('strategy.title')} id="strategy">
      {ORDER.map((kind) => {
        const those = steps.filter((step) => step.kind === kind);
        return those.length === 0 ? null : (
          <div key={kind}>
            <h3>{t(`strategy.${kind}`)}</h3>
            <ul>
              {those.map((step) => (
                <li key={step.key}>
                  {step.title}
                  {step.indicators.length === 0
                    ? null
                    : ` (${t('strategy.shown', { by: step.indicators.join(', ') })})`}
                  {step.leadsTo.length === 0
                    ? null
                    : `. ${t('strategy.leadsTo', { to: step.leadsTo.map((key) => titleOf.get(key) ?? key).join('; ') })}`}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <details>
        <summary>{t('strategy.draw')}</summary>
        {/* As large as its words can be read; a narrow screen moves along it. The list above says the same. */}
        <p className={css.drawing}>
          <img src={`/commons/${slug}/strategy.svg`} alt={t('strategy.alt', { title })} loading="lazy" />
        </p>
      </details>
      <p>
        {t.rich(
          'strategy.forms',
          {},
          {
            svg: <Link to={`/commons/${slug}/strategy.svg`} reloadDocument />,
            mermaid: <Link to={`/commons/${slug}/strategy.mmd`} reloadDocument />,
            cids: <Link to={`/commons/${slug}/strategy.jsonld`} reloadDocument />,
          },
        )}
      </p>
    </Section>
  );
}
