type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody typed or chose in a control before it came alive. */
interface Early {
  readonly value: string;
  readonly checked: boolean;
}

const early = new Map<Control, Early>();
/** What somebody opened: a component that fills it only then has not heard of it. */
const opened = new Set<HTMLDetailsElement>();

/** The last button somebody pressed in a part that waits: the press is theirs to have, a moment later. */
let pressed: HTMLButtonElement | null = null;

/** Marks a part of a page that comes alive after the rest. */
export const WAITS = 'data-waits';

/**
 * Remembers what somebody types or chooses in a page that is drawn and not alive yet. The components know nothing of
 * it, and on a slow phone it can be seconds of work. Parts of a page come alive at different times; each says its own
 * again.
 */
export function watchEarlyInput(root: HTMLElement): void {
  for (const control of root.querySelectorAll<Control>('input, textarea, select')) {
    if (wasChanged(control)) remember(control);
  }
  let pageIsAlive = false;
  root.addEventListener(ALIVE, () => (pageIsAlive = true));
  const listen = ({ target }: Event) => {
    if (isControl(target) && (!pageIsAlive || waits(target))) remember(target);
  };
  root.addEventListener('input', listen, { capture: true });
  root.addEventListener('change', listen, { capture: true });
  root.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null) return;
      // What sends a form does so by itself before the page is alive.
      const isHeld = waits(button) || (!pageIsAlive && button.type === 'button');
      if (!isHeld) return;
      // React listens here too, and may come alive because of this very press: it must hear of it once.
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = button;
    },
    { capture: true },
  );
  for (const details of root.querySelectorAll('details')) if (details.open) opened.add(details);
  // It does not bubble, but on the way down it passes.
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && (!pageIsAlive || waits(target))) opened.add(target);
    },
    { capture: true },
  );
}

const ALIVE = 'openimpact:alive';

/**
 * Says again, as the person would have, what was said within an element before it came alive. Parts within it that
 * still wait keep theirs.
 */
export function sayEarlyInputAgain(within: HTMLElement): void {
  within.removeAttribute(WAITS);
  within.dispatchEvent(new Event(ALIVE));
  // Of a page that is not alive yet, what is said again is heard as new, and would be met here without end.
  const toSay = [...opened].filter((details) => within.contains(details));
  for (const details of toSay) {
    opened.delete(details);
    details.dispatchEvent(new Event('toggle'));
  }
  const again = pressed;
  if (again !== null && within.contains(again) && !waits(again)) {
    pressed = null;
    queueMicrotask(() => again.click());
  }
  for (const [control, said] of early) {
    const target = control.isConnected ? control : successor(control, within);
    if (target === undefined || !within.contains(target) || waits(target)) continue;
    early.delete(control);
    sayAgain(target, said);
  }
}

/** When the reader goes to another page: what was said on the one before is no answer to its forms. */
export function forgetEarlyInput(): void {
  early.clear();
  opened.clear();
  pressed = null;
}

/**
 * React hears of a change only where a control differs from what React last saw in it. It sees assignments; so the
 * control is emptied before its eyes and filled behind its back.
 */
function sayAgain(control: Control, { value, checked }: Early): void {
  if (isChoice(control)) {
    control.checked = !checked;
    control.click();
    return;
  }
  control.value = '';
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control) as Control, 'value') ?? {};
  set?.call(control, value);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/** A part that was drawn anew has new controls: the one of the same name in the form of the same label. */
function successor(control: Control, within: ParentNode): Control | undefined {
  return [...within.querySelectorAll<Control>(control.localName)].find(
    (other) =>
      other.name !== '' &&
      other.name === control.name &&
      labelOf(other) === labelOf(control) &&
      (!isChoice(control) || other.value === control.value),
  );
}

function labelOf(control: Control): string | null {
  return control.closest('form')?.getAttribute('aria-label') ?? null;
}

function waits(control: Element): boolean {
  return control.closest(`[${WAITS}]`) !== null;
}

function remember(control: Control): void {
  if (control instanceof HTMLInputElement && (control.type === 'file' || control.type === 'password')) return;
  // Of a group of radio buttons only the last choice counts.
  if (control instanceof HTMLInputElement && control.type === 'radio') {
    for (const other of early.keys())
      if (other.name === control.name && other.form === control.form) early.delete(other);
  }
  early.set(control, { value: control.value, checked: control instanceof HTMLInputElement && control.checked });
}

function isControl(target: EventTarget | null): target is Control {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

function isChoice(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
}

function wasChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  }
  return isChoice(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}
