import { lazy, Suspense } from 'react';
import type { MarkdownTextProps } from './markdown-text.js';
import { Loading } from './states.js';

type Module = typeof import('./markdown-text.js');

let ready: Module | undefined;

/** Gives the reader of Markdown beforehand, so that it is drawn at once: the server and tests do. */
export function provideMarkdown(module: Module): void {
  ready = module;
}

const MarkdownText = lazy(() => {
  const module = ready;
  if (module === undefined) return import('./markdown-text.js').then(asDefault);
  // Answering at once, without a promise, lets a page be drawn in one go.
  return { then: (done: (value: ReturnType<typeof asDefault>) => void) => done(asDefault(module)) } as Promise<
    ReturnType<typeof asDefault>
  >;
});

function asDefault({ MarkdownText: component }: Module) {
  return { default: component };
}

/**
 * Somebody's text in Markdown. The server has drawn it; in the browser its reader arrives behind the page,
 * and until then what the server drew stays.
 */
export function Markdown(props: MarkdownTextProps) {
  return (
    <Suspense fallback={<Loading />}>
      <MarkdownText {...props} />
    </Suspense>
  );
}
