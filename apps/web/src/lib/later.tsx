import {
  type ComponentType,
  lazy,
  memo,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { sayEarlyInputAgain, WAITS } from './early-input.js';
import { Loading } from '../ui/states.js';
import css from './later.module.css';

const parts: (() => Promise<void>)[] = [];
let alive = false;

/** Gets every part ready, so that pages are drawn whole in one go: the server and tests do. */
export async function prepareParts(): Promise<void> {
  // A part may have parts of its own, which are known once its code is here.
  for (let prepared = 0; prepared < parts.length;) {
    const next = parts.slice(prepared);
    prepared = parts.length;
    await Promise.all(next.map((prepare) => prepare()));
  }
}

/** From now on pages come from the browser: what was drawn by the server has been taken over. */
export function pagesAreAlive(): void {
  alive = true;
}

/**
 * A part of a page whose code comes after the page. The server draws it with the rest, so it can be read at once; it
 * comes alive when the reader gets near it or puts the focus into it, so that a phone does not download what nobody has
 * scrolled to.
 *
 * Until then it is not drawn again, whatever becomes of the page around it: React would throw away what the server drew,
 * and with it what somebody has opened or typed in it. So it keeps the props it began with until its code is here. A part
 * in which the server draws nothing has nothing to get near to and stays empty: what it shows must come with the page.
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
    return { then: (done: (module: { default: ComponentType<P> }) => void) => done({ default: known }) } as Promise<{
      default: ComponentType<P>;
    }>;
  });

  const Held = memo(function Held({ shown, place, begunHere, onArrive }: HeldProps<P>) {
    return (
      <Suspense fallback={<Loading />}>
        <Part {...shown} />
        <Arrived place={place} begunHere={begunHere} onArrive={onArrive} />
      </Suspense>
    );
  });

  return function Later(props: P) {
    const place = useRef<HTMLDivElement>(null);
    const [first] = useState(props);
    const [begunHere] = useState(alive);
    const [arrived, setArrived] = useState(false);
    const onArrive = useCallback(() => setArrived(true), []);
    useEffect(() => {
      const element = place.current;
      // A link led to a place on the page: only what is there can be scrolled to.
      const isLookedFor = begunHere && window.location.hash !== '';
      if (element === null || isLookedFor || !('IntersectionObserver' in window)) {
        want();
        return undefined;
      }
      const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want(), {
        rootMargin: '50% 0px',
      });
      observer.observe(element);
      element.addEventListener('focusin', want);
      if (element.contains(document.activeElement)) want();
      return () => {
        observer.disconnect();
        element.removeEventListener('focusin', want);
      };
    }, [begunHere]);
    return (
      <div ref={place} className={css.part} {...(alive || arrived ? {} : { [WAITS]: '' })}>
        <Held shown={arrived ? props : first} place={place} begunHere={begunHere} onArrive={onArrive} />
      </div>
    );
  };
}

interface ArrivedProps {
  readonly place: RefObject<HTMLElement | null>;
  /** Whether the page was drawn by this browser rather than by the server, which draws whole pages. */
  readonly begunHere: boolean;
  readonly onArrive: () => void;
}

interface HeldProps<P> extends ArrivedProps {
  readonly shown: P;
}

/** Comes alive with the part beside it, which has just reset what somebody said in it before. */
function Arrived({ place, begunHere, onArrive }: ArrivedProps) {
  useEffect(() => {
    if (place.current !== null) sayEarlyInputAgain(place.current);
    const { hash } = window.location;
    if (begunHere && hash !== '') place.current?.querySelector(`#${CSS.escape(hash.slice(1))}`)?.scrollIntoView();
    onArrive();
  }, [place, begunHere, onArrive]);
  return null;
}
