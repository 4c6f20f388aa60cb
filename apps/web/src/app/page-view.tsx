import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { failureOf } from '../lib/failure.js';
import type { Head, Page, PageRequest } from '../lib/page.js';
import { ErrorState, Loading } from '../ui/states.js';
import { PageBody } from '../ui/layout.js';
import { NotFoundPage } from './not-found-page.js';
import { PRODUCT } from './product.js';
import { FROM_ADDRESS, operationOf, type AnyOperation, type View } from './resolve.js';

interface PageViewProps {
  readonly view: View;
  /** Reads the page again after it could not be read. */
  readonly onRetry: () => void;
}

/** Draws what stands at an address, and keeps drawing it when the cache changes. */
export function PageView({ view, onRetry }: PageViewProps) {
  if (view.kind === 'redirect') return <Loading />;
  if (view.kind === 'failure') {
    if (view.failure.code === 'NOT_FOUND') return <NotFoundPage />;
    const retry = view.failure.code === 'NEW_VERSION' ? () => location.reload() : onRetry;
    return (
      <PageBody width="narrow">
        <ErrorState failure={view.failure} onRetry={retry} heading="h1" />
      </PageBody>
    );
  }
  const { page, request } = view;
  const operation = operationOf(page, request);
  if (operation === undefined) return <Shown page={page} request={request} data={undefined} />;
  return <Queried page={page} request={request} operation={operation} />;
}

interface ShownProps {
  readonly page: Page;
  readonly request: PageRequest;
}

function Queried({ page, request, operation }: ShownProps & { readonly operation: AnyOperation }) {
  const { data, error, refetch } = useQuery(operation.document, {
    variables: operation.variables,
    // Also when it is read again: what is the same for everybody is answered once for all who ask.
    context: FROM_ADDRESS,
  });
  if (data != null) return <Shown page={page} request={request} data={data} />;
  if (error === undefined) return <Loading />;
  return (
    <PageBody width="narrow">
      <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} heading="h1" />
    </PageBody>
  );
}

function Shown({ page, request, data }: ShownProps & { readonly data: unknown }) {
  const { i18n } = useLingui();
  const title = titleOf(page.head(data as never, { ...request, i18n }));
  useEffect(() => {
    document.title = title;
  }, [title]);
  return <page.Component data={data as never} params={request.params} search={request.search} />;
}

/** The title of the browser's tab: the page first, so that many tabs can be told apart. */
export function titleOf({ title }: Pick<Head, 'title'>): string {
  return title === PRODUCT ? PRODUCT : `${title} · ${PRODUCT}`;
}
