import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonLook } from './button.js';

interface DialogProps extends ButtonLook {
  /** What the button that opens it says. */
  readonly label: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

const load = () => import('./dialog-panel.js');
const DialogPanel = lazy(() => load().then(({ DialogPanel: panel }) => ({ default: panel })));

/** A question that stands before everything else until it is answered. For forms, a `Reveal` is kinder. */
export function Dialog({ label, title, children, ...look }: DialogProps) {
  const [open, setOpen] = useState(false);
  const prepare = () => void load();
  const trigger = useRef<HTMLSpanElement>(null);
  return (
    <span ref={trigger}>
      <Button {...look} aria-haspopup="dialog" onPointerEnter={prepare} onFocus={prepare} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <DialogPanel
            title={title}
            onClose={() => setOpen(false)}
            returnTo={() => trigger.current?.querySelector('button') ?? null}
          >
            {typeof children === 'function' ? children(() => setOpen(false)) : children}
          </DialogPanel>
        </Suspense>
      ) : null}
    </span>
  );
}
