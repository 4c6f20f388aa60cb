import { useLingui } from '@lingui/react';
import { feedAddress } from '../../lib/feed-address.js';
import { definePage } from '../../lib/page.js';
import { Link } from '../../lib/router.js';
import { useSite } from '../../lib/site.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Table } from '../../ui/table.js';
import { useDataWords } from '../data-words.js';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
/** Where the script is that checks the log, in the source. */
const SCRIPT = 'docs/reference/open-data.md';
/** Collections that are tables too, with what their columns mean beside them. */
const TABLES = ['ideas', 'components', 'commons', 'ventures', 'organisations', 'benchmarks'] as const;
const LOGS = ['votes', 'activities'] as const;
const GRANTS = 'grants' as const;
const FEEDS = ['activity', 'ideas'] as const;

export const page = definePage({
  head: (_, { i18n }) => {
    const t = useDataWords.of(i18n);
    return {
      title: t('title'),
      description: t('lead'),
      feed: { href: feedAddress('/feeds/activity.atom', i18n), title: t('follow.activity') },
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'DataCatalog',
        name: t('title'),
        description: t('lead'),
        license: LICENCE,
        dataset: ([...TABLES, ...LOGS, GRANTS] as const).map((name) => ({
          '@type': 'Dataset',
          name: t(name),
          description: t(`${name}.about`),
          license: LICENCE,
        })),
      },
    };
  },
  Component: DataPage,
});

/** What of this site anybody can take away, and how a program asks for the rest. */
function DataPage() {
  const t = useDataWords();
  const { i18n } = useLingui();
  const { sourceUrl } = useSite();
  const rows = ([...TABLES, ...LOGS, GRANTS] as const).map((name) => ({
    id: name,
    cells: { what: t(name), about: t(`${name}.about`), take: <Forms name={name} /> },
  }));
  return (
    <PageBody>
      <PageHead title={t('title')} lead={t('lead')} />
      <p>{t.rich('licence', {}, { licence: <Link to={LICENCE} rel="license" /> })}</p>
      <Section heading={t('tables')} id="tables">
        <Table
          caption={t('tables')}
          hideCaption
          columns={[
            { key: 'what', label: t('tables.what') },
            { key: 'about', label: t('tables.about') },
            { key: 'take', label: t('tables.take') },
          ]}
          rows={rows}
        />
      </Section>
      <Section heading={t('verify')} id="verify">
        <p>{t.rich('verify.text', {}, { log: <Link to="/data/activities.ndjson" reloadDocument /> })}</p>
        <p>
          {t.rich('verify.how', { page: SCRIPT }, { source: sourceUrl === null ? <span /> : <Link to={sourceUrl} /> })}
        </p>
      </Section>
      <Section heading={t('follow')} id="follow">
        <p>{t('follow.text')}</p>
        <ul>
          {FEEDS.map((feed) => (
            <li key={feed}>
              <a href={feedAddress(`/feeds/${feed}.atom`, i18n)}>{t(`follow.${feed}`)}</a> (
              <a href={feedAddress(`/feeds/${feed}.json`, i18n)}>{t('follow.json')}</a>)
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={t('programs')} id="programs">
        <p>
          {t.rich(
            'programs.text',
            { address: '/graphql' },
            {
              catalogue: <Link to="/data/catalogue.jsonld" reloadDocument />,
              package: <Link to="/data/datapackage.json" reloadDocument />,
              schema: <Link to="/schema.graphql" reloadDocument />,
            },
          )}
        </p>
      </Section>
    </PageBody>
  );
}

type Name = (typeof TABLES)[number] | (typeof LOGS)[number] | typeof GRANTS;

function Forms({ name }: { readonly name: Name }) {
  const t = useDataWords();
  const forms = [
    ...(isTable(name) ? [{ form: 'csv', file: `${name}.csv` } as const] : []),
    name === GRANTS
      ? ({ form: '360giving', file: 'grants.360giving.json' } as const)
      : ({ form: 'ndjson', file: `${name}.ndjson` } as const),
    ...(isTable(name) ? [{ form: 'columns', file: `${name}.schema.json` } as const] : []),
  ];
  return (
    <Stack as="ul" gap={1}>
      {forms.map(({ form, file }) => (
        <li key={form}>
          <a href={`/data/${file}`} aria-label={t('take', { form: t(form), what: t(name) })}>
            {t(form)}
          </a>
        </li>
      ))}
    </Stack>
  );
}

function isTable(name: Name): boolean {
  return (TABLES as readonly string[]).includes(name);
}
