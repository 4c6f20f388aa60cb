import { Component, type ReactNode } from 'react';
import { PageBody } from '../ui/layout.js';
import { ErrorState } from '../ui/states.js';

/** When a page's own code fails, the rest of the site stays usable and reloading is offered. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <PageBody width="narrow">
        <ErrorState failure={{ code: 'INTERNAL' }} onRetry={() => location.reload()} heading="h1" />
      </PageBody>
    );
  }
}
