import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { PageBody, PageHead } from '../../ui/layout.js';
import { IdeaCard } from './idea-card.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

const BoardDocument = graphql(`
  query Board {
    pipeline {
      stages {
        stage
        count
        ideas(first: 5) {
          nodes {
            id
            ...IdeaCard_idea
          }
        }
      }
    }
  }
`);

export const page = definePage({
  operation: () => operation(BoardDocument, {}),
  head: (_data, { i18n }) => ({
    title: useIdeaWords.of(i18n)('board.title'),
    description: useIdeaWords.of(i18n)('board.lead'),
  }),
  Component: ({ data: { pipeline } }) => {
    const t = useIdeaWords();
    const v = useVocabulary();
    return (
      <PageBody>
        <PageHead
          title={t('board.title')}
          lead={t('board.lead')}
          actions={
            <>
              <LinkButton look="primary" to="/ideas/new">
                {t('list.new')}
              </LinkButton>
              <LinkButton to="/ideas">{t('list.asList')}</LinkButton>
            </>
          }
        />
        <ol className={css.board}>
          {pipeline.stages.map(({ stage, count, ideas }) => (
            <li key={stage} className={css.column}>
              <div className={css.columnHead}>
                <h2 className={css.columnTitle}>{v.stage(stage)}</h2>
                <span className={css.count}>{t('board.count', { count })}</span>
              </div>
              <p className={css.count}>{v.stageMeaning(stage)}</p>
              {ideas.nodes.length === 0 ? <p className={css.count}>{t('board.empty')}</p> : null}
              {ideas.nodes.map((idea) => (
                <IdeaCard key={idea.id} idea={idea} level={3} small />
              ))}
              {count > ideas.nodes.length ? (
                <Link to={`/ideas?stage=${stage}`}>{t('board.more', { count })}</Link>
              ) : null}
            </li>
          ))}
        </ol>
      </PageBody>
    );
  },
});
