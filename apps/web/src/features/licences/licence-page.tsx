import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { Facts } from '../../ui/facts.js';
import { FilterForm, FilterSearch } from '../../ui/filter-form.js';
import { Columns, PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { MatrixSection } from './matrix-section.js';
import { useLicenceWords } from './words.js';

const LicenceDocument = graphql(`
  query LicenceInPlainWords($expression: String!) {
    licenceMatrix {
      madeAt
      licences
      importedAt
    }
    licence(expression: $expression) {
      expression
      alternatives
      problem {
        message
        suggestions {
          expression
          because
        }
      }
      licences {
        expression
        name
        url
        read
        youMay
        youMust
        open {
          kind
          verdict
        }
        suggestions {
          expression
          because
        }
      }
    }
  }
`);

type LicenceData = ResultOf<typeof LicenceDocument>;

/** What is explained when nobody asked for anything yet. */
const EXAMPLE = 'CC-BY-4.0';

export const page = definePage({
  operation: ({ search }) => operation(LicenceDocument, { expression: search.get('of')?.trim() || EXAMPLE }),
  head: (data, { i18n, search }) => {
    const t = useLicenceWords.of(i18n);
    const asked = search.has('of') && data.licence.problem == null;
    return {
      title: asked ? t('page.of', { licence: data.licence.expression }) : t('page.title'),
      description: t('page.lead'),
      noIndex: search.size > 0,
    };
  },
  Component: LicencePage,
});

function LicencePage({ data: { licence, licenceMatrix }, search }: PageProps<LicenceData>) {
  const t = useLicenceWords();
  const { person } = useViewer();
  return (
    <PageBody width="narrow">
      <PageHead title={t('page.title')} lead={t('page.lead')} />
      <FilterForm label={t('page.title')} submit={t('page.submit')}>
        <FilterSearch name="of" label={t('page.look')} value={search.get('of') ?? EXAMPLE} />
      </FilterForm>
      {licence.problem == null ? null : (
        <Notice tone="attention" title={licence.problem.message}>
          <Suggestions of={licence.problem.suggestions} />
        </Notice>
      )}
      {licence.alternatives.length > 1 ? <p>{t('choose')}</p> : null}
      {licence.alternatives.length === 1 && licence.licences.length > 1 ? <p>{t('all')}</p> : null}
      {licence.licences.map((one) => (
        <OneLicence key={one.expression} licence={one} />
      ))}
      <MatrixSection matrix={licenceMatrix ?? null} isSteward={person?.steward === true} />
    </PageBody>
  );
}

function OneLicence({ licence }: { readonly licence: LicenceData['licence']['licences'][number] }) {
  const t = useLicenceWords();
  return (
    <Section heading={licence.name} id={licence.expression}>
      <Suggestions of={licence.suggestions} />
      {licence.read ? (
        <Columns>
          <WordList heading={t('may')} words={licence.youMay} />
          {licence.youMust.length === 0 ? (
            <p>{t('nothing')}</p>
          ) : (
            <WordList heading={t('must')} words={licence.youMust} />
          )}
        </Columns>
      ) : (
        <p>{t('unread')}</p>
      )}
      <Facts
        items={[
          { label: t('page.look'), value: <code>{licence.expression}</code> },
          ...licence.open.map(({ kind, verdict }) => ({
            label: `${t('open')}: ${t(`open.${kind}`)}`,
            value: t(`verdict.${verdict}`),
          })),
          { label: t('text'), value: licence.url == null ? null : <a href={licence.url}>{licence.url}</a> },
        ]}
      />
    </Section>
  );
}

function WordList({ heading, words }: { readonly heading: string; readonly words: readonly string[] }) {
  return (
    <Stack gap={2}>
      <h3>{heading}</h3>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </Stack>
  );
}

interface Suggestion {
  readonly expression: string;
  readonly because: string;
}

function Suggestions({ of }: { readonly of: readonly Suggestion[] }) {
  const t = useLicenceWords();
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map(({ expression, because }) => (
        <li key={expression}>
          <Link to={`/licences?of=${encodeURIComponent(expression)}`}>{t('meant', { expression })}</Link> {because}
        </li>
      ))}
    </ul>
  );
}
