import { type ComponentType, useEffect, useState } from 'react';

type PaletteProps = { readonly onClose: () => void };

/** Opens the palette on Ctrl-K or Cmd-K, anywhere. Its code comes when it is asked for. */
export function PaletteKey() {
  const [isOpen, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen(true);
      import('./palette.js').then(
        (module) => setPalette(() => module.Palette),
        // Without a connection it may not come; every place it leads to has its own way.
        () => setOpen(false),
      );
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return isOpen && Palette !== null ? <Palette onClose={() => setOpen(false)} /> : null;
}
