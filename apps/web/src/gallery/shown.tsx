import type { ReactNode } from 'react';
import { Stack } from '../ui/layout.js';

/** One part of the gallery, and one picture of it. */
export function Shown({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section data-shown={name} aria-label={name}>
      <Stack gap={5}>{children}</Stack>
    </section>
  );
}
