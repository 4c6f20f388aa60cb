import { useRouteError } from 'react-router';
import { failureOf } from '../lib/failure.js';
import { ErrorState } from '../ui/states.js';

/** What stands in a page's place when its code failed. Reloading is the one thing that may help. */
export function PageError() {
  const error = useRouteError();
  return <ErrorState failure={failureOf(error)} onRetry={() => location.reload()} heading="h1" />;
}
