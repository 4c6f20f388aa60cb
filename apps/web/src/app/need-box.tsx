import { useLazyQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from '../lib/router.js';
import { graphql } from '../gql/index.js';
import { keepDraft } from '../lib/drafts.js';
import { useVocabulary } from '../lib/vocabulary.js';
import { Button } from '../ui/button.js';
import { useFrontWords } from './front-words.js';
import css from './need-box.module.css';

const WhatExistsDocument = graphql(`
  query WhatExists($need: String!) {
    similarIdeas(title: $need, need: $need, first: 4) {
      id
      slug
      title
      stage
      language
    }
    componentsForNeed(need: $need, first: 4) {
      words
      component {
        id
        slug
        name
        summary
      }
    }
  }
`);

/** Short enough that the answer is there within a second of the last letter, long enough not to ask at every one. */
const PAUSE_MS = 300;
/** Fewer letters than this are not a need yet. */
const LEAST = 6;

/**
 * A need, typed before any account, and at once what exists and who else needs it. Without JavaScript it is a search
 * through the ideas.
 */
export function NeedBox() {
  const t = useFrontWords();
  const navigate = useNavigate();
  const [need, setNeed] = useState('');
  const [ask, { data, previousData }] = useLazyQuery(WhatExistsDocument);
  const enough = need.trim().length >= LEAST;
  useEffect(() => {
    if (!enough) return undefined;
    const timer = setTimeout(() => void ask({ variables: { need } }).catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [ask, need, enough]);
  const found = enough ? (data ?? previousData) : undefined;
  return (
    <form className={css.box} action="/ideas" method="get" role="search" aria-label={t('need.form')}>
      <label className={css.label} htmlFor="need">
        {t('need.label')}
      </label>
      <div className={css.line}>
        <input
          id="need"
          name="q"
          className={css.input}
          value={need}
          maxLength={200}
          autoComplete="off"
          aria-describedby="need-hint"
          onChange={(event) => setNeed(event.target.value)}
        />
        <Button type="submit" look="primary">
          {t('need.search')}
        </Button>
      </div>
      <p id="need-hint" className={css.hint}>
        {t('need.hint')}
      </p>
      <div role="status">
        {found === undefined ? null : (
          <p className={css.answer}>
            {t('need.answer', { tools: found.componentsForNeed.length, ideas: found.similarIdeas.length })}
          </p>
        )}
      </div>
      {found === undefined ? null : (
        <div className={css.found}>
          {found.componentsForNeed.length === 0 ? null : (
            <div>
              <h2 className={css.head}>{t('need.tools')}</h2>
              <ul>
                {found.componentsForNeed.map(({ component }) => (
                  <li key={component.id}>
                    <Link to={`/components/${component.slug}`}>{component.name}</Link>
                    <span>{component.summary}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {found.similarIdeas.length === 0 ? null : (
            <div>
              <h2 className={css.head}>{t('need.ideas')}</h2>
              <ul>
                {found.similarIdeas.map((idea) => (
                  <IdeaLine key={idea.id} idea={idea} />
                ))}
              </ul>
            </div>
          )}
          <div>
            <h2 className={css.head}>{t('need.neither')}</h2>
            <p>{t('need.neither.text')}</p>
            <Button
              onClick={() => {
                keepDraft('log-idea', { need: need.trim() });
                void navigate('/ideas/new');
              }}
            >
              {t('need.log')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

interface IdeaLineProps {
  readonly idea: { readonly slug: string; readonly title: string; readonly stage: string; readonly language: string };
}

function IdeaLine({ idea }: IdeaLineProps) {
  const v = useVocabulary();
  return (
    <li>
      <Link to={`/ideas/${idea.slug}`} lang={idea.language}>
        {idea.title}
      </Link>
      <span>{v.stage(idea.stage)}</span>
    </li>
  );
}
