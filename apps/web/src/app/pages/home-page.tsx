import type { ResultOf } from '@graphql-typed-document-node/core';
import { Link } from '../../lib/router.js';
import { IdeaCard } from '../../features/ideas/idea-card.js';
import { graphql } from '../../gql/index.js';
import { feedAddress } from '../../lib/feed-address.js';
import { definePage, operation, type PageProps } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Card } from '../../ui/card.js';
import { Columns, PageBody, Section } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { PipelineThread } from '../../ui/pipeline-thread.js';
import { Thread } from '../../ui/thread.js';
import { RelativeTime } from '../../ui/time.js';
import { NeedBox } from '../need-box.js';
import { NextSteps } from '../next-steps.js';
import { useFrontWords } from '../front-words.js';
import css from './home-page.module.css';

const HomeDocument = graphql(`
  query Home {
    pipeline {
      stages {
        stage
        count
      }
      moves {
        to
        movedAt
        idea {
          id
          slug
          title
          language
          outcome
        }
      }
    }
    timeToFirstAnswer {
      ideas
      answered
      medianHours
    }
    ideas(first: 2, orderBy: NEWEST, filter: { stages: [LOGGED] }) {
      nodes {
        id
        ...IdeaCard_idea
      }
    }
    commonsEntries(first: 3) {
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

/** How long people wait until somebody answers them, said of the installation. Nothing while there is too little to say. */
function FirstAnswer({ figure: { ideas, answered, medianHours } }: { readonly figure: HomeData['timeToFirstAnswer'] }) {
  const t = useFrontWords();
  if (medianHours == null) return null;
  const within =
    medianHours < 48 ? t('home.hours', { count: medianHours }) : t('home.days', { count: Math.ceil(medianHours / 24) });
  return <p>{t('home.firstAnswer', { ideas, answered, within })}</p>;
}

export const page = definePage({
  operation: () => operation(HomeDocument, {}),
  head: (_, { i18n }) => {
    const t = useFrontWords.of(i18n);
    return {
      title: t('home.title'),
      description: t('home.sentence'),
      feed: { href: feedAddress('/feeds/activity.atom', i18n), title: t('home.feed') },
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
        <p className={css.sentence}>{t('home.sentence')}</p>
      </header>
      <NeedBox />
      <Section heading={t('home.pipeline')} id="pipeline">
        <PipelineThread counts={data.pipeline.stages} addressOf={(stage) => `/ideas?stage=${stage}`} />
        <FirstAnswer figure={data.timeToFirstAnswer} />
      </Section>
      <Columns kind="aside" ruled>
        <Section heading={t('home.moving')} id="moving" action={<Link to="/ideas">{t('home.allIdeas')}</Link>}>
          <Moves moves={data.pipeline.moves} />
          {data.ideas.nodes.length === 0 ? null : (
            <>
              <h3 className={css.newest}>{t('home.newest')}</h3>
              <Columns as="ul">
                {data.ideas.nodes.map((idea) => (
                  <li key={idea.id}>
                    <IdeaCard idea={idea} level={4} />
                  </li>
                ))}
              </Columns>
            </>
          )}
        </Section>
        <CameBack entries={data.commonsEntries.nodes} />
      </Columns>
      <NextSteps />
    </PageBody>
  );
}

/** Which ideas took a step on the line lately, newest first: the chain at work. */
function Moves({ moves }: { readonly moves: HomeData['pipeline']['moves'] }) {
  const t = useFrontWords();
  if (moves.length === 0) return <p>{t('home.moving.none')}</p>;
  return (
    <ol className={css.moves}>
      {moves.map(({ idea, to, movedAt }) => (
        <li key={`${idea.id}${to}`} className={css.move}>
          <Thread stage={to} look="line" />
          <div className={css.moved} lang={idea.language}>
            <Link to={`/ideas/${idea.slug}`}>{idea.title}</Link>
            <p>{idea.outcome}</p>
          </div>
          <RelativeTime at={movedAt} />
        </li>
      ))}
    </ol>
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
