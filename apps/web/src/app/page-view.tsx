import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { useLoaderData, useParams, useSearchParams } from 'react-router';
import { failureOf } from '../lib/failure.js';
import type { Head, Operation, Page, PageRequest } from '../lib/page.js';
import { Loading } from '../ui/states.js';
import { FailureView } from './failure-view.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { operationOf, type Loaded } from './router.js';
import { PRODUCT } from './product.js';

/** Renders a page from what its loader put into the cache, and keeps showing it when the cache changes. */
export function PageView({ page }: { readonly id: string; readonly page: Page }) {
  const params = useParams() as Record<string, string>;
  const [search] = useSearchParams();
  const { failure } = useLoaderData() as Loaded;
  const request: PageRequest = { params, search };

  if (failure?.code === 'NOT_FOUND') return <NotFoundPage />;
  if (failure !== null) return <FailureView failure={failure} />;
  const operation = operationOf(page, request);
  if (operation === undefined) return <Shown page={page} request={request} data={undefined} />;
  return <Queried page={page} request={request} operation={operation} />;
}

interface QueriedProps {
  readonly page: Page;
  readonly request: PageRequest;
  readonly operation: Operation<unknown, Record<string, unknown>>;
}

function Queried({ page, request, operation }: QueriedProps) {
  const { data, error, refetch } = useQuery(operation.document, { variables: operation.variables });
  if (data != null) return <Shown page={page} request={request} data={data} />;
  if (error !== undefined) return <FailureView failure={failureOf(error)} onRetry={() => void refetch()} />;
  return <Loading />;
}

function Shown({
  page,
  request,
  data,
}: {
  readonly page: Page;
  readonly request: PageRequest;
  readonly data: unknown;
}) {
  const { i18n } = useLingui();
  const head = page.head(data as never, { ...request, i18n });
  useTitle(head);
  return <page.Component data={data as never} params={request.params} search={request.search} />;
}

function useTitle(head: Head): void {
  useEffect(() => {
    document.title = titleOf(head);
  }, [head]);
}

/** The title of the browser's tab: the page first, so that many tabs can be told apart. */
export function titleOf(head: Pick<Head, 'title'>): string {
  return head.title === PRODUCT ? PRODUCT : `${head.title} · ${PRODUCT}`;
}
