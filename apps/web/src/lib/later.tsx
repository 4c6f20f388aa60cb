import { type ComponentType, lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { sayEarlyInputAgain, WAITS } from './early-input.js';
import { Loading } from '../ui/states.js';
import css from './later.module.css';

const parts: (() => Promise<void>)[] = [];
let alive = false;

/** Gets every part ready, so that pages are drawn whole in one go: the server and tests do. */
export async function prepareParts(): Promise<void> {
  await Promise.all(parts.map((prepare) => prepare()));
}

/** From now on pages come from the browser: what was drawn by the server has been taken over. */
export function pagesAreAlive(): void {
  alive = true;
}

/**
 * A part of a page whose code comes after the page. The first page is drawn by the server and waits for all its parts
 * before it comes alive; on later pages a part comes when the reader gets near it, so that a phone does not download
 * what nobody has scrolled to.
 *
 *     const Discussion = later(() => import('../../features/discussion/discussion.js').then((m) => m.Discussion));
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let ready: ComponentType<P> | undefined;
  let want: () => void = () => undefined;
  const wanted = new Promise<void>((resolve) => (want = resolve));
  parts.push(async () => {
    ready ??= await load();
  });
  const Part = lazy(() => {
    const known = ready;
    if (known === undefined) return wanted.then(load).then((component) => ({ default: component }));
    // Answering at once, without a promise, lets a page be drawn in one go.
    // oxlint-disable-next-line unicorn/no-thenable -- React.lazy asks for no more of a promise than this
    // oxlint-disable-next-line unicorn/no-thenable -- it is what React asks for
    return { then: (done: (module: { default: ComponentType<P> }) => void) => done({ default: known }) } as Promise<{
      default: ComponentType<P>;
    }>;
  });

  return function Later(props: P) {
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const element = place.current;
      if (alive || element === null || !('IntersectionObserver' in window)) {
        want();
        return undefined;
      }
      const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want(), {
        rootMargin: '50% 0px',
      });
      observer.observe(element);
      element.addEventListener('focusin', want);
      return () => {
        observer.disconnect();
        element.removeEventListener('focusin', want);
      };
    }, []);
    return (
      <div ref={place} className={css.part} {...(alive ? {} : { [WAITS]: '' })}>
        <Suspense fallback={<Loading />}>
          <Part {...props} />
          <Arrived place={place} />
        </Suspense>
      </div>
    );
  };
}

/** Comes alive with the part beside it, which has just reset what somebody said in it before. */
function Arrived({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    if (place.current !== null) sayEarlyInputAgain(place.current);
  }, [place]);
  return null;
}
