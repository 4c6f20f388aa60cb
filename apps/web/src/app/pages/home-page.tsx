import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from 'react-router';
import { IdeaCard } from '../../features/ideas/idea-card.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Columns, PageBody, Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { PipelineThread } from '../../ui/pipeline-thread.js';
import { RelativeTime } from '../../ui/time.js';
import { NextSteps } from '../next-steps.js';
import { exists } from '../places.js';
import { useFrontWords } from '../front-words.js';
import css from './home-page.module.css';

const HomeDocument = graphql(`
  query Home {
    pipeline {
      stages {
        stage
        count
      }
    }
    ideas(first: 4, orderBy: TRENDING) {
      nodes {
        id
        ...IdeaCard_idea
      }
    }
    commonsEntries(first: 2) {
      nodes {
        id
        slug
        title
        summary
        kind
        language
        publishedAt
        provenance {
          idea {
            id
            slug
            title
            language
          }
          votes
          funders {
            id
            name
          }
        }
      }
    }
  }
`);

type HomeData = ResultOf<typeof HomeDocument>;

export const page = definePage({
  operation: () => operation(HomeDocument, {}),
  head: (_, { i18n }) => {
    const t = useFrontWords.of(i18n);
    return {
      title: t('home.title'),
      description: t('home.sentence'),
      feed: { href: '/feeds/activity.atom', title: t('home.feed') },
    };
  },
  Component: HomePage,
});

function HomePage({ data }: PageProps<HomeData>) {
  const t = useFrontWords();
  return (
    <PageBody>
      <header className={css.front}>
        <h1 className={css.display} tabIndex={-1}>
          <span>{t('home.headline.need')}</span> <span>{t('home.headline.build')}</span>{' '}
          <span>{t('home.headline.share')}</span>
        </h1>
        <div className={css.say}>
          <p className={css.sentence}>{t('home.sentence')}</p>
          <div className={css.actions}>
            {exists('/ideas/new') ? (
              <LinkButton to="/ideas/new" look="primary">
                {t('logAnIdea')}
              </LinkButton>
            ) : null}
            {exists('/ideas') ? <LinkButton to="/ideas">{t('home.see')}</LinkButton> : null}
          </div>
        </div>
      </header>
      <Section heading={t('home.pipeline')} id="pipeline">
        <PipelineThread counts={data.pipeline.stages} addressOf={(stage) => `/ideas?stage=${stage}`} />
      </Section>
      <Columns kind="aside" ruled>
        <Section
          heading={t('home.moving')}
          id="moving"
          action={exists('/ideas') ? <Link to="/ideas">{t('home.allIdeas')}</Link> : undefined}
        >
          <Columns as="ul">
            {data.ideas.nodes.map((idea) => (
              <li key={idea.id}>
                <IdeaCard idea={idea} level={3} />
              </li>
            ))}
          </Columns>
        </Section>
        <CameBack entries={data.commonsEntries.nodes} />
      </Columns>
      <NextSteps />
    </PageBody>
  );
}

/** What came back to the commons lately: the end of the chain, where the next idea begins. */
function CameBack({ entries }: { readonly entries: HomeData['commonsEntries']['nodes'] }) {
  const t = useFrontWords();
  const v = useVocabulary();
  return (
    <Section heading={t('home.cameBack')} id="came-back">
      {entries.length === 0 ? <p>{t('home.cameBack.none')}</p> : null}
      {entries.map((entry) => (
        <Card
          key={entry.id}
          to={`/commons/${entry.slug}`}
          title={entry.title}
          lang={entry.language}
          kicker={
            <>
              <Tag tone="good">{v.outputKind(entry.kind)}</Tag>
              <RelativeTime at={entry.publishedAt} />
            </>
          }
        >
          <p>{entry.summary}</p>
          {entry.provenance == null ? null : (
            <p className={css.from}>
              {t.rich(
                'home.cameBack.from',
                {
                  idea: entry.provenance.idea.title,
                  votes: entry.provenance.votes,
                  funders: entry.provenance.funders.length,
                },
                { link: <Link to={`/ideas/${entry.provenance.idea.slug}`} lang={entry.provenance.idea.language} /> },
              )}
            </p>
          )}
        </Card>
      ))}
    </Section>
  );
}
