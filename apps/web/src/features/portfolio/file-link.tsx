import type { ReactNode } from 'react';

/** A link to a file to take along. Its words come from the sentence that it stands in. */
export function FileLink({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  return (
    <a href={href} download="">
      {children}
    </a>
  );
}
