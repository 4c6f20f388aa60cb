import { useLazyQuery } from '@apollo/client/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { graphql } from '../gql/index.js';
import { useNavigate } from '../lib/router.js';
import { Dialog } from '../ui/dialog.js';
import css from './palette.module.css';
import { usePaletteWords } from './palette-words.js';
import { PLACES } from './places.js';
import { useAppWords } from './words.js';

const PaletteDocument = graphql(`
  query Palette($text: String!) {
    similarIdeas(title: $text, need: $text, first: 5) {
      id
      slug
      title
      language
    }
    componentsForNeed(need: $text, first: 3) {
      component {
        id
        slug
        name
        language
      }
    }
  }
`);

interface Option {
  readonly to: string;
  readonly words: string;
  readonly group: 'places' | 'acts' | 'found';
  readonly kind?: string;
  readonly lang?: string;
}

const MORE_PLACES = [
  ['/desk', 'place.desk'],
  ['/ideas/board', 'place.board'],
  ['/organisations', 'place.organisations'],
  ['/licences', 'place.licences'],
  ['/data', 'place.data'],
  ['/accessibility', 'place.accessibility'],
] as const;
const ACTS = [
  ['/ideas/new', 'act.logIdea'],
  ['/components/new', 'act.addComponent'],
  ['/commons/new', 'act.share'],
  ['/mandates/new', 'act.offer'],
  ['/organisations/new', 'act.organisation'],
] as const;
const GROUPS = ['found', 'places', 'acts'] as const;

const PAUSE_MS = 200;
/** Fewer letters than this find everything. */
const LEAST = 3;

/** Goes to a page, finds an idea or a component, begins something: all from one field, by keyboard alone. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = usePaletteWords();
  const id = useId();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const options = useOptions(text.trim());
  const chosen = Math.min(at, options.length - 1);

  const go = (option: Option | undefined) => {
    if (option === undefined) return;
    onClose();
    void navigate(option.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setAt((chosen + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(options[chosen]);
    }
  };
  return (
    <Dialog label={t('title')} className={css.palette} first={field} onClose={onClose}>
      <label className={css.label} htmlFor={`${id}-field`}>
        {t('label')}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className={css.field}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${chosen}` : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={css.hint}>
        {t('hint')}
      </p>
      <p role="status" className={css.hidden}>
        {text === '' ? '' : t('count', { count: options.length })}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={t('title')} className={css.list}>
        {options.length === 0 ? <p className={css.hint}>{t('none')}</p> : null}
        {GROUPS.filter((group) => options.some((option) => option.group === group)).map((group) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} className={css.group}>
              {t(group)}
            </p>
            {options.map((option, index) =>
              option.group === group ? (
                // The field keeps the focus and answers the keys; the pointer is the other way to choose.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={option.to}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className={css.option}
                  onClick={() => go(option)}
                >
                  <span lang={option.lang}>{option.words}</span>
                  {option.kind === undefined ? null : <span className={css.kind}>{option.kind}</span>}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** What there is to choose, in the order in which it is shown. */
function useOptions(text: string): readonly Option[] {
  const t = usePaletteWords();
  const inApp = useAppWords();
  const [ask, { data, previousData }] = useLazyQuery(PaletteDocument);
  const asks = text.length >= LEAST;
  useEffect(() => {
    if (!asks) return undefined;
    const timer = setTimeout(() => void ask({ variables: { text } }).catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [ask, asks, text]);

  const answer = asks ? (data ?? previousData) : undefined;
  const found: Option[] = [
    ...(answer?.similarIdeas ?? []).map(({ slug, title, language }) => ({
      to: `/ideas/${slug}`,
      words: title,
      lang: language,
      group: 'found' as const,
      kind: t('kind.idea'),
    })),
    ...(answer?.componentsForNeed ?? []).map(({ component }) => ({
      to: `/components/${component.slug}`,
      words: component.name,
      lang: component.language,
      group: 'found' as const,
      kind: t('kind.component'),
    })),
    ...(asks
      ? [{ to: `/ideas?${new URLSearchParams({ q: text })}`, words: t('all', { text }), group: 'found' as const }]
      : []),
  ];
  const fixed: Option[] = [
    ...PLACES.map(({ to, word }) => ({ to, words: inApp(word), group: 'places' as const })),
    ...MORE_PLACES.map(([to, word]) => ({ to, words: t(word), group: 'places' as const })),
    ...ACTS.map(([to, word]) => ({ to, words: t(word), group: 'acts' as const })),
  ];
  const wanted = text.toLocaleLowerCase();
  return [...found, ...fixed.filter(({ words }) => words.toLocaleLowerCase().includes(wanted))];
}
