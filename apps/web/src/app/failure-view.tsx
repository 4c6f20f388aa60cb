import { useRevalidator } from 'react-router';
import type { Failure } from '../lib/failure.js';
import { ErrorState } from '../ui/states.js';

/** A page that could not be read, with what can be done about it. Retrying asks again in place. */
export function FailureView({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const { revalidate } = useRevalidator();
  return <ErrorState failure={failure} onRetry={onRetry ?? (() => void revalidate())} heading="h1" />;
}
