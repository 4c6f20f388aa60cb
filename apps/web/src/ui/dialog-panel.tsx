import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import button from './button.module.css';
import { cx } from './class-names.js';
import css from './dialog.module.css';
import { useUiWords } from './words.js';

interface DialogPanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** What gets the focus back. */
  readonly returnTo: () => HTMLElement | null;
  readonly children: ReactNode;
}

/** The dialog itself: keeps the focus inside, closes on Escape, and gives the focus back. */
export function DialogPanel({ title, onClose, returnTo, children }: DialogPanelProps) {
  const t = useUiWords();
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup className={css.popup} finalFocus={returnTo}>
          <Dialog.Title className={css.title}>{title}</Dialog.Title>
          {children}
          <Dialog.Close className={cx(button.button, button.plain, css.close)}>{t('close')}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
