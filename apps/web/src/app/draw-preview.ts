import { STAGES, type Vocabulary } from '../lib/vocabulary.js';
import { PRODUCT } from './product.js';

/** A box, a text or a picture, in the form that the painter of the server takes. */
export interface Drawn {
  readonly type: 'container' | 'text' | 'image';
  readonly style: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly src?: string;
  readonly lang?: string;
  readonly children?: readonly Drawn[];
}

export interface PreviewFacts {
  /** What it is and how it stands. */
  readonly kicker: string;
  readonly title: string;
  readonly language: string;
  readonly byline: string;
  /** Where it stands on the thread; null for what has no idea behind it. */
  readonly stage: string | null;
  readonly support: {
    readonly words: string;
    readonly votes: number;
    readonly parts: readonly { readonly perspective: string; readonly count: number }[];
  } | null;
}

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

// The light tokens of `ui/tokens.css`: a picture has one face, wherever it is shown.
const INK = '#231c17';
const SOFT = '#5c5148';
const PAPER = '#fbf5e9';
const SUNK = '#f3ebda';
const HAIRLINE = '#d8ccb7';
const EDGE = '#8b7f70';
const FILLS: Readonly<Record<string, string>> = {
  LIVED_EXPERIENCE: '#d95a41',
  PRACTITIONER: '#14857b',
  TECHNOLOGIST: '#5c60c9',
  FUNDER: '#dc9a23',
  PUBLIC: '#72808e',
};

/** Letters, figures and signs that neither of our fonts has: all but those of languages written in Latin letters. */
const NO_LETTER =
  /(?![ -\u024F\u1E00-\u1E9F\u1EF2-\u1EFF\u2000-\u206F\u20A0-\u20C0\u2122\u2191\u2193\u2212])[\p{L}\p{N}\p{S}]/u;

/** The same order as on a page: what it is, what it says, who stands behind it, where it stands. */
export function drawPreview(facts: PreviewFacts, vocabulary: Vocabulary): Drawn {
  const { language, stage, support } = facts;
  // A title whose letters our two fonts lack would be a row of boxes: the picture then says what it is of, in large.
  const isShown = !NO_LETTER.test(facts.title);
  const [kicker, title] = isShown ? [facts.kicker, facts.title] : ['', facts.kicker];
  const byline = NO_LETTER.test(facts.byline) ? '' : facts.byline;
  return box(
    {
      ...PREVIEW_SIZE,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '52px 64px 44px',
      backgroundColor: PAPER,
      borderTop: `14px solid ${INK}`,
      color: INK,
      fontFamily: 'Text',
    },
    [
      box({ alignItems: 'center', justifyContent: 'space-between' }, [
        box({ alignItems: 'center', gap: 14 }, [
          { type: 'image', src: MARK, style: { width: 44, height: 44 } },
          words(PRODUCT, { fontFamily: 'Heading', fontSize: 34, fontWeight: 800, letterSpacing: '-0.03em' }),
        ]),
        words(kicker, { fontSize: 26, color: SOFT }),
      ]),
      box({ flexDirection: 'column', gap: 18 }, [
        {
          ...words(title, {
            fontFamily: 'Heading',
            fontSize: title.length > 80 ? 56 : title.length > 45 ? 66 : 80,
            fontWeight: 700,
            lineHeight: 1.06,
            letterSpacing: '-0.02em',
            lineClamp: 3,
            textOverflow: 'ellipsis',
          }),
          ...(isShown ? { lang: language } : {}),
        },
        ...(byline === ''
          ? []
          : [words(byline, { fontSize: 28, color: SOFT, lineClamp: 1, textOverflow: 'ellipsis' })]),
      ]),
      box({ flexDirection: 'column', gap: 34 }, [
        ...(support === null ? [] : [supportBar(support)]),
        ...(stage === null ? [] : [thread(stage, vocabulary)]),
      ]),
    ],
  );
}

function supportBar({ words: said, votes, parts }: NonNullable<PreviewFacts['support']>): Drawn {
  return box({ alignItems: 'center', gap: 28 }, [
    box(
      { width: 420, height: 26, backgroundColor: SUNK, border: `1px solid ${EDGE}` },
      parts.map(({ perspective, count }) =>
        box({ width: `${(count / votes) * 100}%`, height: '100%', backgroundColor: FILLS[perspective] ?? EDGE }),
      ),
    ),
    words(said, { fontSize: 28, fontWeight: 600 }),
  ]);
}

/** The six stations: what is behind is sewn, what is ahead only tacked. */
function thread(stage: string, vocabulary: Vocabulary): Drawn {
  const current = STAGES.indexOf(stage as (typeof STAGES)[number]);
  return box(
    {},
    STAGES.map((each, index) => {
      const behind = index < current;
      const here = index === current;
      return box({ flexDirection: 'column', flex: 1, gap: 12 }, [
        box({ height: 26, alignItems: 'center' }, [
          box({
            width: here ? 26 : 20,
            height: here ? 26 : 20,
            borderRadius: 13,
            backgroundColor: behind || here ? INK : PAPER,
            border: `3px solid ${behind || here ? INK : EDGE}`,
          }),
          ...(index === STAGES.length - 1
            ? []
            : [box({ flex: 1, height: 0, borderTop: behind ? `4px solid ${INK}` : `3px dashed ${HAIRLINE}` })]),
        ]),
        words(vocabulary.stage(each), {
          fontSize: 21,
          fontWeight: here ? 700 : 400,
          color: here || behind ? INK : SOFT,
        }),
      ]);
    }),
  );
}

function box(style: Drawn['style'], children: readonly Drawn[] = []): Drawn {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function words(text: string, style: Drawn['style']): Drawn {
  return { type: 'text', text, style };
}

/** The mark of `ui/thread-mark.tsx`, as a file. */
const MARK = `data:image/svg+xml;utf8,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="44" height="44" viewBox="0 0 28 28" fill="none"><path d="M4 10h17a5 5 0 0 1 0 10H9" stroke="${INK}" stroke-width="2.5" stroke-linecap="round" stroke-dasharray="17 0 30 4 3.5 4"/><circle cx="4.5" cy="10" r="3.5" fill="${INK}"/><circle cx="13.5" cy="10" r="3.5" fill="${INK}"/><circle cx="7" cy="20" r="3" stroke="${INK}" stroke-width="2.5"/></svg>`,
)}`;
