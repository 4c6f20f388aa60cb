import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import css from './toast.module.css';

export interface ToastMessage {
  readonly id: string;
  readonly message: ReactNode;
  /** Something to do about it, "Undo" for one. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

type Show = (message: ReactNode, action?: ToastMessage['action']) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Says shortly what happened. It stays until it is dismissed; nobody has to read fast. */
export function useToast(): Show {
  return useContext(ToastContext);
}

export interface ToastRegionProps {
  /** All that was said in this visit. */
  readonly said: readonly ToastMessage[];
}

/** Holds what was said. What shows it comes with the first message: many readers never do anything that is answered so. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly ToastMessage[]>([]);
  const [Region, setRegion] = useState<ComponentType<ToastRegionProps>>(() => PlainRegion);
  const last = useRef(0);
  const show = useCallback<Show>((message, action) => {
    last.current += 1;
    const id = String(last.current);
    const say = () => setSaid((before) => [...before, { id, message, action }]);
    void import('./toast-region.js').then((region) => setRegion(() => region.ToastRegion), ignore).then(say);
  }, []);
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <Region said={said} />
    </ToastContext>
  );
}

/** Without a connection the one with buttons may not come: then the last message is said all the same. */
function PlainRegion({ said }: ToastRegionProps) {
  const newest = said.at(-1);
  return (
    <div className={css.region} role="status">
      {newest === undefined ? null : <div className={css.toast}>{newest.message}</div>}
    </div>
  );
}

const ignore = () => undefined;
