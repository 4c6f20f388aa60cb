import { Menu as Base } from '@base-ui/react/menu';
import { useRef } from 'react';
import { Link } from '../lib/router.js';
import css from './menu.module.css';
import type { MenuItem, MenuProps } from './menu.js';

const HANDLE = 'handle';

/** The menu once somebody pressed its handle: it opens at once, arrow keys and first letters find what is in it. */
export function LiveMenu({ label, items, align = 'start' }: MenuProps) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <Base.Root defaultOpen defaultTriggerId={HANDLE}>
      <Base.Trigger id={HANDLE} className={css.handle}>
        {label}
      </Base.Trigger>
      {/* Beside its handle, not at the end of the page: there it would be part of nothing. */}
      <div ref={place} className={css.place} />
      <Base.Portal container={place}>
        <Base.Positioner align={align} sideOffset={4} className={css.positioner}>
          <Base.Popup className={css.panel}>
            {items.map((item) => (
              <LiveItem key={item.label} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function LiveItem({ item }: { readonly item: MenuItem }) {
  if (item.kind === 'link') {
    return (
      <Base.LinkItem className={css.item} closeOnClick render={<Link to={item.to} />}>
        {item.label}
      </Base.LinkItem>
    );
  }
  if (item.kind === 'action') {
    return (
      <Base.Item className={css.item} onClick={item.run}>
        {item.label}
      </Base.Item>
    );
  }
  return (
    <Base.Group className={css.group}>
      <Base.GroupLabel className={css.groupLabel}>{item.label}</Base.GroupLabel>
      <Base.RadioGroup value={item.value} onValueChange={item.choose}>
        {item.options.map(({ value, label }) => (
          <Base.RadioItem key={value} value={value} className={css.item} closeOnClick>
            <span className={css.check} aria-hidden="true">
              <Base.RadioItemIndicator className={css.checked} />
            </span>
            {label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
