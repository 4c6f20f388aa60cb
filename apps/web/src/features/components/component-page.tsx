import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Facts } from '../../ui/facts.js';
import { PageBody, PageHead, Section } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { Day } from '../../ui/time.js';
import { useUsesWords } from '../../lib/uses/words.js';
import { ComponentUses } from './component-uses.js';
import { FittingIdeas } from './fitting-ideas.js';
import { LicenceSection } from './licence-section.js';
import { MetadataProblems } from './metadata-problems.js';
import { useComponentWords } from './words.js';

const ComponentDocument = graphql(`
  query Component($slug: String!) {
    component(slug: $slug) {
      id
      slug
      name
      summary
      description
      language
      themes
      maturity
      categories
      platforms
      availableLanguages
      features
      softwareVersion
      releaseDate
      maintainedBy
      repositoryUrl
      landingUrl
      documentationUrl
      organisation {
        id
        slug
        name
      }
      registeredAt
      registeredBy {
        id
        name
      }
      metadata {
        valid
        problems {
          line
          column
          message
          severity
        }
      }
      reuseOffers {
        id
        part
        status
        idea {
          id
          slug
          title
          language
        }
      }
      saidNotToFit
      functions
      issueTrackerUrl
      seenAt
      unreachableSince
      basedOn
      fittingIdeas {
        words
        themes
        idea {
          id
          slug
          title
          language
        }
      }
      ventures {
        id
        slug
        title
      }
      licence {
        inPlainWords {
          spdxPages
        }
      }
      viewerCan {
        reimport {
          allowed
        }
      }
      ...ComponentUses_component
      ...LicenceSection_component
    }
  }
`);

export const page = definePage({
  operation: ({ params }) => operation(ComponentDocument, { slug: params['slug'] ?? '' }),
  found: (data) => data.component != null,
  head: (data, { i18n }) => {
    const { name = '', summary = '', repositoryUrl, softwareVersion, licence } = data.component ?? {};
    return {
      title: name,
      description: useComponentWords.of(i18n)('page.description', { name, summary }),
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'SoftwareSourceCode',
        name,
        description: summary,
        ...(repositoryUrl == null ? {} : { codeRepository: repositoryUrl }),
        ...(softwareVersion == null ? {} : { version: softwareVersion }),
        ...licenceOf(licence?.inPlainWords ?? []),
      },
    };
  },
  Component: ({ data: { component } }) => {
    const t = useComponentWords();
    const say = useUsesWords();
    const v = useVocabulary();
    if (component == null) return null;
    const { name, language, maturity, metadata } = component;
    return (
      <PageBody>
        <PageHead
          kicker={maturity == null ? t('maturity.unknown') : t(`maturity.${maturity}`)}
          title={name}
          lead={<span lang={language}>{component.summary}</span>}
          lang={language}
        />
        {component.themes.length === 0 ? null : (
          <p>
            {component.themes.map((theme) => (
              <Tag key={theme}>{v.theme(theme)}</Tag>
            ))}
          </p>
        )}
        <ComponentFacts component={component} />
        <Section heading={t('page.licence')} id="licence">
          <LicenceSection component={component} />
        </Section>
        {component.features.length === 0 ? null : (
          <Section heading={t('page.features')} id="features">
            <ul lang={language}>
              {component.features.map((feature) => (
                <li key={feature}>{feature}</li>
              ))}
            </ul>
          </Section>
        )}
        {component.description === '' ? null : (
          <Section heading={t('page.more')} id="about">
            <Markdown text={component.description} lang={language} headingLevel={3} />
          </Section>
        )}
        <Section heading={say('title')} id="uses">
          <ComponentUses component={component} />
        </Section>
        {component.fittingIdeas.length === 0 ? null : (
          <Section heading={t('fits.title')} id="fits">
            <FittingIdeas ideas={component.fittingIdeas} />
          </Section>
        )}
        {component.ventures.length === 0 ? null : (
          <Section heading={t('page.ventures')} id="ventures">
            <ul>
              {component.ventures.map((venture) => (
                <li key={venture.id}>
                  <Link to={`/ventures/${venture.slug}`}>{venture.title}</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section
          heading={t('page.reuse')}
          id="reuse"
          action={
            <LinkButton to={`/components/${component.slug}/where-it-went`} small>
              {t('page.lineage')}
            </LinkButton>
          }
        >
          <Reuse offers={component.reuseOffers} />
          {component.saidNotToFit === 0 ? null : <p>{t('page.demand', { count: component.saidNotToFit })}</p>}
        </Section>
        <Section heading={t('page.metadata')} id="metadata">
          <p>
            {t('page.metadata.text')}{' '}
            <a href={`/components/${component.slug}/publiccode.yml`}>{t('page.metadata.download')}</a>{' '}
            <a href={`/components/${component.slug}/CITATION.cff`}>{t('page.citation')}</a>
          </p>
          {metadata == null || metadata.problems.length === 0 ? (
            <p>{t('page.metadata.valid')}</p>
          ) : (
            <MetadataProblems problems={metadata.problems} />
          )}
          {component.viewerCan.reimport.allowed ? (
            <LinkButton to={`/components/${component.slug}/file`} small>
              {t('renew')}
            </LinkButton>
          ) : null}
        </Section>
      </PageBody>
    );
  },
});

/** The addresses of its licences as JSON-LD wants them; nothing where none is known. */
function licenceOf(licences: readonly { readonly spdxPages: readonly string[] }[]) {
  const [first, ...others] = licences.flatMap(({ spdxPages }) => spdxPages);
  if (first === undefined) return {};
  return { license: others.length === 0 ? first : [first, ...others] };
}

type Data = NonNullable<ResultOf<typeof ComponentDocument>['component']>;

function ComponentFacts({ component }: { readonly component: Data }) {
  const t = useComponentWords();
  const { organisation, maintainedBy, releaseDate } = component;
  return (
    <Facts
      items={[
        {
          label: t('facts.maintainedBy'),
          value:
            organisation == null ? (
              maintainedBy
            ) : (
              <Link to={`/organisations/${organisation.slug}`}>{organisation.name}</Link>
            ),
        },
        { label: t('facts.source'), value: address(component.repositoryUrl) },
        { label: t('facts.website'), value: address(component.landingUrl) },
        { label: t('facts.documentation'), value: address(component.documentationUrl) },
        { label: t('facts.version'), value: component.softwareVersion },
        { label: t('facts.released'), value: releaseDate == null ? null : <Day on={releaseDate} /> },
        { label: t('facts.issues'), value: address(component.issueTrackerUrl) },
        { label: t('facts.does'), value: listed(component.functions.map((one) => t(`function.${one}`))) },
        { label: t('facts.basedOn'), value: listed(component.basedOn) },
        {
          label: t('facts.seen'),
          value:
            component.unreachableSince == null ? (
              component.seenAt == null ? null : (
                <Day on={component.seenAt} />
              )
            ) : (
              t.rich('facts.unreachable', {}, { day: <Day on={component.unreachableSince} /> })
            ),
        },
        { label: t('facts.platforms'), value: listed(component.platforms) },
        { label: t('facts.languages'), value: listed(component.availableLanguages) },
        { label: t('facts.categories'), value: listed(component.categories.map((word) => word.replaceAll('-', ' '))) },
        {
          label: t('facts.registered'),
          value: (
            <>
              <Day on={component.registeredAt} /> {t('facts.registeredBy', { name: component.registeredBy.name })}
            </>
          ),
        },
      ]}
    />
  );
}

/** Repositories also speak git and ssh; a browser opens none of these. */
function address(url: string | null | undefined) {
  if (url == null) return null;
  return /^https?:\/\//.test(url) ? (
    <a href={url} rel="nofollow ugc noopener">
      {url}
    </a>
  ) : (
    url
  );
}

function listed(words: readonly string[]) {
  return words.length === 0 ? null : words.join(', ');
}

function Reuse({ offers }: { readonly offers: Data['reuseOffers'] }) {
  const t = useComponentWords();
  if (offers.length === 0) {
    return (
      <EmptyState title={t('page.reuse.empty')} action={<LinkButton to="/ideas">{t('page.reuse.ideas')}</LinkButton>}>
        {t('page.reuse.empty.text')}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t('page.reuse.caption')}
      hideCaption
      columns={[
        { key: 'idea', label: t('page.reuse.idea') },
        { key: 'part', label: t('page.reuse.part') },
        { key: 'status', label: t('page.reuse.status') },
      ]}
      rows={offers.map(({ id, idea, part, status }) => ({
        id,
        cells: {
          idea: (
            <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
              {idea.title}
            </Link>
          ),
          part: part === '' ? t('page.reuse.whole') : part,
          status: t(status === 'ACCEPTED' ? 'page.reuse.ACCEPTED' : 'page.reuse.PROPOSED'),
        },
      }))}
    />
  );
}
