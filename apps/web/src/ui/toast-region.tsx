import { Toast } from '@base-ui/react/toast';
import { useEffect, useRef } from 'react';
import { Button } from './button.js';
import css from './toast.module.css';
import type { ToastMessage, ToastRegionProps } from './toast.js';
import { useUiWords } from './words.js';

/** Messages in the corner, said politely and kept until they are dismissed. F6 leads to them. */
export function ToastRegion({ said }: ToastRegionProps) {
  return (
    <Toast.Provider timeout={0} limit={3}>
      <Messages said={said} />
    </Toast.Provider>
  );
}

function Messages({ said }: ToastRegionProps) {
  const t = useUiWords();
  const { toasts, add, close } = Toast.useToastManager<ToastMessage>();
  const shown = useRef(new Set<string>());
  useEffect(() => {
    for (const each of said) {
      if (shown.current.has(each.id)) continue;
      shown.current.add(each.id);
      add({ id: each.id, title: each.message, data: each });
    }
  }, [said, add]);
  return (
    <Toast.Portal>
      <Toast.Viewport className={css.region} aria-label={t('toast.region')}>
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} swipeDirection={[]} className={css.toast}>
            <Toast.Title render={<div />} />
            {toast.data?.action === undefined ? null : (
              <Toast.Action
                render={<Button small />}
                onClick={() => {
                  toast.data?.action?.run();
                  close(toast.id);
                }}
              >
                {toast.data.action.label}
              </Toast.Action>
            )}
            {/* Messages are never stacked on each other here: the button can always be reached. */}
            <Toast.Close aria-hidden={false} render={<Button small look="plain" />}>
              {t('toast.dismiss')}
            </Toast.Close>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
