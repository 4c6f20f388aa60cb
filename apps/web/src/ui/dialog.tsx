import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { Button } from './button.js';
import { cx } from './class-names.js';
import css from './dialog.module.css';
import { useUiWords } from './words.js';

interface DialogProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly onClose: () => void;
  /** What the keyboard goes to; otherwise the first thing that can be used. */
  readonly first?: RefObject<HTMLElement | null>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Stands before the page until it is closed: what is behind it cannot be reached, Escape and a press beside it close it,
 * and the keyboard goes back to where it was.
 */
export function Dialog({ label, onClose, first, className, children }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className={css.backdrop} />
        <Base.Popup aria-label={label} className={cx(css.dialog, className)} {...(first && { initialFocus: first })}>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

interface QuestionProps {
  readonly title: ReactNode;
  /** What will happen, and what cannot be undone about it. */
  readonly text: ReactNode;
  /** The button that does it. */
  readonly children: ReactNode;
  /** What went wrong the last time. */
  readonly problem?: ReactNode;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. Only an answer closes it, and the keyboard stands on the harmless one. */
export function Question({ title, text, children, problem, onCancel }: QuestionProps) {
  const t = useUiWords();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={css.backdrop} />
        <AlertDialog.Popup className={cx(css.dialog, css.question)} initialFocus={cancel}>
          <AlertDialog.Title className={css.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />}>{text}</AlertDialog.Description>
          {problem}
          <div className={css.row}>
            {children}
            <AlertDialog.Close ref={cancel} render={<Button look="plain" />}>
              {t('cancel')}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
