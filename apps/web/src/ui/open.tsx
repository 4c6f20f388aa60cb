import { type ReactNode, useState } from 'react';
import { Button } from './button.js';

interface OpenProps {
  readonly label: string;
  readonly look?: 'primary' | 'quiet' | 'plain';
  /** What stands in the button's place once it was pressed; `close` brings the button back. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that makes room for a form. */
export function Open({ label, look = 'quiet', children }: OpenProps) {
  const [open, setOpen] = useState(false);
  if (open) return children(() => setOpen(false));
  return (
    <Button look={look} aria-expanded={false} onClick={() => setOpen(true)}>
      {label}
    </Button>
  );
}
