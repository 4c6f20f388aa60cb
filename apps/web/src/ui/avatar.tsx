import css from './avatar.module.css';

/** A person or an organisation by its initials. The name stands beside it, so it is for the eye only. */
export function Avatar({ name, square = false }: { readonly name: string; readonly square?: boolean }) {
  const initials = name
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => [...part][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toLocaleUpperCase();
  return (
    <span className={square ? css.square : css.round} aria-hidden="true">
      {initials}
    </span>
  );
}
