import { Suspense, use, useId, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button.js';
import css from './reveal.module.css';
import { Loading } from './states.js';
import { useUiWords } from './words.js';

interface RevealProps<M> extends ButtonLook {
  /** What the button says: the verb of what appears. */
  readonly label: ReactNode;
  /** Where it is: `() => import('./offer-form.js')`. Loaded when somebody is about to press. */
  readonly load: () => Promise<M>;
  /** Draws it: `({ OfferForm }, close) => <OfferForm onDone={close} />`. */
  readonly children: (module: M, close: () => void) => ReactNode;
}

/**
 * Something to do that most readers of a page never do: its form comes when it is asked for, so that a
 * phone shows one thing at first, and downloads no more than that.
 */
export function Reveal<M>({ label, load, children, ...look }: RevealProps<M>) {
  const t = useUiWords();
  const id = useId();
  const loading = useRef<Promise<M> | null>(null);
  const button = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Promise<M> | null>(null);
  const prepare = () => (loading.current ??= load());
  const close = () => {
    setOpen(null);
    // Back to where the reader came from, or the keyboard would begin at the top of the page.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  return (
    <div className={css.reveal} ref={button}>
      <Button
        {...look}
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : id}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => (open === null ? setOpen(prepare()) : close())}
      >
        {open === null ? label : t('close')}
      </Button>
      {open === null ? null : (
        <div id={id} className={css.content}>
          <Suspense fallback={<Loading />}>
            <Content module={open}>{(module) => children(module, close)}</Content>
          </Suspense>
        </div>
      )}
    </div>
  );
}

function Content<M>({
  module,
  children,
}: {
  readonly module: Promise<M>;
  readonly children: (module: M) => ReactNode;
}) {
  return children(use(module));
}
