import type { ApolloClient } from '@apollo/client';
import { graphql } from '../gql/index.js';
import { createClient } from '../lib/apollo.js';
import { loadCatalogues } from '../lib/catalogues.js';
import { executeLink, type Execute } from '../lib/execute-link.js';
import { chooseLocale } from '../lib/locale.js';
import { vocabularyOf, type Vocabulary } from '../lib/vocabulary.js';
import { i18nFor } from '../lib/words.js';
import { drawPreview, type Drawn, type PreviewFacts } from './draw-preview.js';
import { usePreviewWords } from './preview-words.js';

const IdeaPreviewDocument = graphql(`
  query IdeaPreview($slug: String!) {
    idea(slug: $slug) {
      id
      title
      language
      stage
      leadOrganisation {
        id
        name
      }
      support {
        votes
        organisations
        byPerspective {
          perspective
          count
        }
      }
    }
  }
`);

const VenturePreviewDocument = graphql(`
  query VenturePreview($slug: String!) {
    venture(slug: $slug) {
      id
      title
      language
      status
      leadOrganisation {
        id
        name
      }
      ideas {
        id
        stage
        support {
          votes
          organisations
          byPerspective {
            perspective
            count
          }
        }
      }
    }
  }
`);

const EntryPreviewDocument = graphql(`
  query EntryPreview($slug: String!) {
    commonsEntry(slug: $slug) {
      id
      title
      language
      kind
      status
      licence
      organisation {
        id
        name
      }
    }
  }
`);

export interface PreviewRequest {
  /** Path and query, as asked for: `/ideas/a-need/preview.png?language=ms`. */
  readonly url: string;
  /** Runs a trusted operation as somebody without an account: a picture is for everybody. */
  readonly execute: Execute;
}

/**
 * The picture that stands beside a shared link, ready to be painted; null where there is none: nothing has this address,
 * it was taken back, or it is hidden.
 */
export async function preview({ url, execute }: PreviewRequest): Promise<Drawn | null> {
  const { pathname, searchParams } = new URL(url, 'https://here.invalid');
  const [, place = '', slug = ''] = /^\/(ideas|ventures|commons)\/([^/]+)\/preview\.png$/.exec(pathname) ?? [];
  const factsOf = KINDS[place];
  if (factsOf === undefined) return null;
  const locale = chooseLocale(searchParams.get('language') ?? undefined, undefined);
  await loadCatalogues(locale);
  const i18n = i18nFor(locale);
  const words = { t: usePreviewWords.of(i18n), v: vocabularyOf(i18n) };
  const client = createClient({ link: executeLink(execute), onServer: true });
  const facts = await factsOf(decodeURIComponent(slug), client, words);
  return facts === null || HIDDEN.test(facts.title) ? null : drawPreview(facts, words.v);
}

/** What stands in place of a title while the site team looks at it. */
const HIDDEN = /^\[hidden while /;

/** Ideas that left: a link to them still leads to a page that says so, and nothing invites to follow it. */
const LEFT: ReadonlySet<string> = new Set(['WITHDRAWN', 'MERGED', 'DECLINED']);

interface Words {
  readonly t: ReturnType<typeof usePreviewWords.of>;
  readonly v: Vocabulary;
}

const KINDS: Readonly<
  Record<string, (slug: string, client: ApolloClient, words: Words) => Promise<PreviewFacts | null>>
> = {
  ideas: async (slug, client, { t, v }) => {
    const { data } = await client.query({ query: IdeaPreviewDocument, variables: { slug } });
    const idea = data?.idea;
    if (idea == null || LEFT.has(idea.stage)) return null;
    return {
      kicker: `${t('idea')} · ${v.stage(idea.stage)}`,
      title: idea.title,
      language: idea.language,
      byline: idea.leadOrganisation == null ? '' : t('lead', { name: idea.leadOrganisation.name }),
      stage: idea.stage,
      support: supportOf(idea.support, t),
    };
  },
  ventures: async (slug, client, { t }) => {
    const { data } = await client.query({ query: VenturePreviewDocument, variables: { slug } });
    const venture = data?.venture;
    if (venture == null) return null;
    const [idea] = venture.ideas;
    return {
      kicker: `${t('venture')} · ${t(`status.${venture.status}`)}`,
      title: venture.title,
      language: venture.language,
      byline: venture.leadOrganisation == null ? '' : t('lead', { name: venture.leadOrganisation.name }),
      stage: idea?.stage ?? null,
      support: idea === undefined ? null : supportOf(idea.support, t),
    };
  },
  commons: async (slug, client, { t, v }) => {
    const { data } = await client.query({ query: EntryPreviewDocument, variables: { slug } });
    const entry = data?.commonsEntry;
    if (entry == null || entry.status === 'WITHDRAWN') return null;
    return {
      kicker: `${t('entry')} · ${v.outputKind(entry.kind)}`,
      title: entry.title,
      language: entry.language,
      byline: t('sharedBy', { name: entry.organisation.name, licence: entry.licence }),
      stage: 'COMMONS',
      support: null,
    };
  },
};

interface Support {
  readonly votes: number;
  readonly organisations: number;
  readonly byPerspective: readonly { readonly perspective: string; readonly count?: number | null }[];
}

/** What is public of it, in words and as the parts of a bar; a perspective too small to be told has no part. */
function supportOf({ votes, organisations, byPerspective }: Support, t: Words['t']): PreviewFacts['support'] {
  if (votes === 0) return null;
  return {
    words: `${t('people', { count: votes })} · ${t('organisations', { count: organisations })}`,
    votes,
    parts: byPerspective.flatMap(({ perspective, count }) => (count ? [{ perspective, count }] : [])),
  };
}
