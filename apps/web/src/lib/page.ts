import type { I18n } from '@lingui/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType } from 'react';

/** What an address asks for: `/ideas/:slug?after=x` gives `params.slug` and `search.get('after')`. */
export interface PageRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}

/** A query and the variables the page's address gives it. */
export interface Operation<TData, TVariables> {
  readonly document: TypedDocumentNode<TData, TVariables>;
  readonly variables: TVariables;
}

/** What a page says about itself to browsers, search engines and previews of shared links. */
export interface Head {
  /** Without the product's name, which is added. */
  readonly title: string;
  readonly description?: string;
  /** Address of a preview picture, absolute or from the root. */
  readonly image?: string;
  /** Keeps the page out of search engines: forms, personal pages, results of a search. */
  readonly noIndex?: boolean;
  /** The one address of what is shown here, when it can be reached by several; without the host. */
  readonly canonical?: string;
  /** Structured data (schema.org) for search engines. */
  readonly jsonLd?: Readonly<Record<string, unknown>>;
  /** Address and title of the page's Atom feed. */
  readonly feed?: { readonly href: string; readonly title: string };
}

export interface PageProps<TData> extends PageRequest {
  readonly data: TData;
}

export interface PageDefinition<TData, TVariables> {
  /** The one query of the page; parts of it are fragments that stand beside the components they serve. */
  readonly operation?: (request: PageRequest) => Operation<TData, TVariables>;
  /** False sends the reader to sign in first, and back here afterwards. Readable by everyone unless said otherwise. */
  readonly public?: boolean;
  /** Whether what was asked for is there; when not, the answer is the "not found" page with status 404. */
  readonly found?: (data: TData) => boolean;
  readonly head: (data: TData, request: PageRequest & { readonly i18n: I18n }) => Head;
  readonly Component: ComponentType<PageProps<TData>>;
}

/** A page whose data type nobody needs to know any more: routes hold these. */
export type Page = PageDefinition<never, never>;

/** Declares a page. The browser loads its module when it is visited or about to be. */
export function definePage<TData = undefined, TVariables = Record<string, never>>(
  definition: PageDefinition<TData, TVariables>,
): Page {
  return definition as unknown as Page;
}

/** Says which query to run with what; checks that they fit each other. */
export function operation<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
): Operation<TData, TVariables> {
  return { document, variables };
}

/** An address and the module of the page that answers it. */
export interface PageRoute {
  /** As React Router writes it, without a leading slash: `ideas/:slug`. */
  readonly path: string;
  /** The module's path under `src`, without its ending: `features/ideas/idea-page`. The server preloads it by this name. */
  readonly id: string;
  readonly load: () => Promise<{ readonly page: Page }>;
}
