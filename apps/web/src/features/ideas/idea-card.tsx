import { plainText } from '../../lib/plain-text.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Card } from '../../ui/card.js';
import { SupportBar } from '../../ui/perspective.js';
import { Thread } from '../../ui/thread.js';
import css from './ideas.module.css';
import { missingOf } from './missing.js';
import { useIdeaWords } from './words.js';

export const IdeaCard_idea = graphql(`
  fragment IdeaCard_idea on Idea {
    id
    slug
    title
    outcome
    easyRead
    stage
    themes
    language
    imported
    commentCount
    gate {
      requirements {
        code
        met
      }
    }
    support {
      votes
      organisations
      byPerspective {
        perspective
        count
        fewerThan
      }
    }
  }
`);

interface IdeaCardProps {
  readonly idea: FragmentType<typeof IdeaCard_idea>;
  readonly level?: 2 | 3 | 4;
  /** On the board the column says the stage, and there is room for less. */
  readonly small?: boolean;
  /** Where what was looked for stands in its text; shown in place of the outcome. */
  readonly excerpt?: readonly { readonly text: string; readonly found: boolean }[] | null | undefined;
}

/** An idea in a list: what it is about, how far it has come, who stands behind it. */
export function IdeaCard({ idea, level = 2, small = false, excerpt }: IdeaCardProps) {
  const t = useIdeaWords();
  const v = useVocabulary();
  const data = useFragmentData(IdeaCard_idea, idea);
  if (data === null) return null;
  const { support, commentCount } = data;
  const missing = missingOf(data.gate?.requirements ?? [], t);
  const figures = [
    t('card.votes', { count: support.votes }),
    support.organisations > 0 ? t('card.organisations', { count: support.organisations }) : null,
    commentCount > 0 ? t('card.comments', { count: commentCount }) : null,
    data.imported ? t('card.imported') : null,
  ].filter((figure) => figure !== null);
  return (
    <Card
      level={level}
      to={`/ideas/${data.slug}`}
      title={data.title}
      lang={data.language}
      kicker={small ? undefined : data.themes.map((theme) => v.theme(theme)).join(' · ')}
      footer={<p className={css.figures}>{figures.join(' · ')}</p>}
    >
      {small ? undefined : (
        <>
          <p className={css.outcome} lang={data.language}>
            {excerpt
              ? // Parts of one text that never change places.
                excerpt.map(({ text, found }, at) => (found ? <mark key={at}>{text}</mark> : plainText(text)))
              : data.easyRead || data.outcome}
          </p>
          <div className={css.thread}>
            <Thread stage={data.stage} look="line" />
          </div>
          {missing === null ? null : <p className={css.missing}>{missing}</p>}
          {support.byPerspective.some(({ count }) => (count ?? 0) > 0) ? (
            <div className={css.bar} aria-hidden="true">
              <SupportBar votes={support.byPerspective} total={support.votes} bare />
            </div>
          ) : null}
        </>
      )}
    </Card>
  );
}
