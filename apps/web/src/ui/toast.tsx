import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import css from './toast.module.css';
import { useUiWords } from './words.js';

interface Toast {
  readonly id: number;
  readonly message: ReactNode;
  /** Something to do about it, "Undo" for one. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

type Show = (message: ReactNode, action?: Toast['action']) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Says shortly what happened. It stays until it is dismissed or the next page is opened; nobody has to read fast. */
export function useToast(): Show {
  return useContext(ToastContext);
}

let last = 0;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const t = useUiWords();
  const show = useCallback<Show>((message, action) => {
    // Three at a time: more than that is a wall, and the oldest was there longest.
    setToasts((before) => [...before, { id: ++last, message, action }].slice(-3));
  }, []);
  const dismiss = (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id));
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div className={css.region} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={css.toast}>
            <div>{toast.message}</div>
            {toast.action === undefined ? null : (
              <Button
                small
                onClick={() => {
                  toast.action?.run();
                  dismiss(toast.id);
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <Button small look="plain" onClick={() => dismiss(toast.id)}>
              {t('toast.dismiss')}
            </Button>
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
