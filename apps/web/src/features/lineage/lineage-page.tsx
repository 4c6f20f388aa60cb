import { useState } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import type { LineageKind } from '../../gql/graphql.js';
import { later } from '../../lib/later.js';
import { definePage, operation } from '../../lib/page.js';
import { Button, LinkButton } from '../../ui/button.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { useLineageWords } from './words.js';

export const LineageDocument = graphql(`
  query Lineage($kind: LineageKind!, $slug: String!) {
    lineage(kind: $kind, slug: $slug) {
      cut
      nodes {
        nodeId
        kind
        slug
        title
        language
        layer
      }
      links {
        from
        to
        how
      }
    }
  }
`);

const Diagram = later(() => import('./diagram.js').then((module) => module.Diagram));

const PLACES: Readonly<Record<LineageKind, string>> = {
  COMPONENT: 'components',
  IDEA: 'ideas',
  VENTURE: 'ventures',
  ENTRY: 'commons',
};

/** The chain of one thing: a table of everything in it, and the same drawn for whoever asks. */
export function lineagePage(kind: LineageKind) {
  return definePage({
    operation: ({ params }) => operation(LineageDocument, { kind, slug: params['slug'] ?? '' }),
    found: (data) => data.lineage != null,
    head: (data, { i18n }) => ({
      title: useLineageWords.of(i18n)('title', {
        name: data.lineage?.nodes.find(({ layer }) => layer === 0)?.title ?? '',
      }),
      description: useLineageWords.of(i18n)('lead'),
    }),
    Component: ({ data: { lineage } }) => {
      const t = useLineageWords();
      const [drawn, setDrawn] = useState(false);
      const begin = lineage?.nodes.find(({ layer }) => layer === 0);
      if (lineage == null || begin === undefined) return null;
      const titles = new Map(lineage.nodes.map(({ nodeId, title }) => [nodeId, title]));
      const step = (layer: number) =>
        layer === 0 ? t('step.here') : t(layer < 0 ? 'step.before' : 'step.after', { steps: Math.abs(layer) });
      return (
        <PageBody>
          <PageHead
            kicker={t('kicker')}
            title={t('title', { name: begin.title })}
            lead={t('lead')}
            actions={
              lineage.nodes.length === 1 ? undefined : (
                <Button aria-expanded={drawn} onClick={() => setDrawn(!drawn)}>
                  {t(drawn ? 'diagram.hide' : 'diagram')}
                </Button>
              )
            }
          />
          {lineage.cut ? <Notice>{t('cut')}</Notice> : null}
          {lineage.nodes.length === 1 ? (
            <EmptyState title={t('empty')} action={<LinkButton to="/ideas">{t('empty.action')}</LinkButton>}>
              <Link to={`/${PLACES[begin.kind]}/${begin.slug}`} lang={begin.language}>
                {begin.title}
              </Link>
            </EmptyState>
          ) : (
            <Stack gap={5}>
              {drawn ? (
                <Diagram
                  label={t('diagram.label')}
                  nodes={lineage.nodes.map((node) => ({
                    ...node,
                    kind: t(`kind.${node.kind}`),
                    to: `/${PLACES[node.kind]}/${node.slug}`,
                  }))}
                  links={lineage.links}
                />
              ) : null}
              <Table
                caption={t('table')}
                columns={[
                  { key: 'what', label: t('column.what') },
                  { key: 'kind', label: t('column.kind') },
                  { key: 'step', label: t('column.step') },
                  { key: 'how', label: t('column.how') },
                ]}
                rows={lineage.nodes.map(({ nodeId, kind: of, slug, title, language, layer }) => ({
                  id: nodeId,
                  cells: {
                    what: (
                      <Link to={`/${PLACES[of]}/${slug}`} lang={language}>
                        {title}
                      </Link>
                    ),
                    kind: t(`kind.${of}`),
                    step: step(layer),
                    how: lineage.links
                      .filter(({ to }) => to === nodeId)
                      .map(({ from, how }) => t(`how.${how}`, { name: titles.get(from) ?? '' }))
                      .join(', '),
                  },
                }))}
              />
            </Stack>
          )}
        </PageBody>
      );
    },
  });
}
