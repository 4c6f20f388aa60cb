import { useLazyQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { Notice } from '../../ui/notice.js';
import type { FormState } from '../../ui/form-state.js';
import { Section } from '../../ui/layout.js';
import type { IdeaValues } from './idea-fields.js';
import css from './ideas.module.css';
import { useIdeaWords } from './words.js';

const SimilarIdeasDocument = graphql(`
  query SimilarIdeas($title: String!, $need: String!) {
    similarIdeas(title: $title, need: $need, first: 5) {
      id
      slug
      title
      stage
      support {
        votes
      }
    }
    componentsForNeed(need: $need, first: 3) {
      component {
        id
        slug
        name
        summary
      }
    }
  }
`);

const PersonalDataDocument = graphql(`
  query PersonalData($need: String!, $rest: String!) {
    inNeed: personalDataIn(text: $need) {
      kind
      label
      why
      found
    }
    inRest: personalDataIn(text: $rest) {
      kind
      label
      why
      found
    }
  }
`);

/** Long enough that a quick typist asks once a sentence, short enough that the answer is there at the full stop. */
const PAUSE_MS = 600;

/** What somebody else may have said already, beside what is being typed; never a step to get past. */
export function SimilarIdeas({ title, need }: { readonly title: string; readonly need: string }) {
  const t = useIdeaWords();
  const [ask, { data }] = useLazyQuery(SimilarIdeasDocument);
  useEffect(() => {
    if (`${title}${need}`.trim().length < 12) return undefined;
    const timer = setTimeout(
      () => void ask({ variables: { title, need: need.trim() === '' ? title : need } }).catch(() => undefined),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [ask, title, need]);
  const similar = data?.similarIdeas ?? null;
  const components = data?.componentsForNeed ?? [];
  return (
    <Section heading={t('similar.title')} id="similar">
      <div aria-live="polite">
        {similar === null ? <p>{t('similar.text')}</p> : similar.length === 0 ? <p>{t('similar.none')}</p> : null}
        <ul className={css.similar}>
          {(similar ?? []).map((idea) => (
            <li key={idea.id}>
              <Link to={`/ideas/${idea.slug}`}>{idea.title}</Link>
              <br />
              {t('card.votes', { count: idea.support.votes })} ·{' '}
              <Link to={`/ideas/${idea.slug}#vote`}>{t('similar.mine')}</Link>
            </li>
          ))}
        </ul>
        {components.length === 0 ? null : (
          <>
            <h3>{t('similar.tools')}</h3>
            <ul className={css.similar}>
              {components.map(({ component }) => (
                <li key={component.id}>
                  <Link to={`/components/${component.slug}`}>{component.name}</Link>
                  <br />
                  {component.summary}
                  <br />
                  <Link to={`/components/${component.slug}`}>{t('similar.tools.mine')}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}

const REST = ['title', 'peopleServed', 'outcome', 'easyRead', 'whatExists'] as const;

/** Says what in the text may be somebody's secret, while there is still time, and lets the author decide each. */
export function PersonalDataCheck({ form }: { readonly form: FormState<IdeaValues> }) {
  const t = useIdeaWords();
  const { values } = form;
  const [ask, { data }] = useLazyQuery(PersonalDataDocument);
  const rest = REST.map((field) => values[field]).join('\n\n');
  const { need } = values;
  useEffect(() => {
    if (`${need}${rest}`.trim().length < 6) return undefined;
    const timer = setTimeout(() => void ask({ variables: { need, rest } }).catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [ask, need, rest]);

  const found = [
    ...(data?.inNeed ?? []).filter((each) => need.includes(each.found)).map((each) => ({ ...each, field: 'need' })),
    ...(data?.inRest ?? []).flatMap((each) => {
      const field = REST.find((name) => values[name].includes(each.found));
      return field === undefined ? [] : [{ ...each, field }];
    }),
  ];
  if (found.length === 0) return null;
  return (
    <Notice tone="attention" title={t('personal.title')}>
      <p>{t('personal.text')}</p>
      <ul className={css.found} aria-live="polite">
        {found.map(({ field, kind, label, why, found: text }) => {
          const key = JSON.stringify({ field, kind, found: text });
          return (
            <li key={key}>
              <p>
                <strong>{t('personal.found', { found: text, label })}</strong> {why}
              </p>
              <label>
                <input
                  type="checkbox"
                  checked={values.kept.includes(key)}
                  onChange={(event) =>
                    form.set(
                      'kept',
                      event.target.checked ? [...values.kept, key] : values.kept.filter((each) => each !== key),
                    )
                  }
                />{' '}
                {t('personal.keep')}
              </label>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
