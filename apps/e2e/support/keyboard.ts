import { expect, type Locator, type Page } from '@playwright/test';

/** A page on which something is further away than this is not one that somebody walks through by keyboard. */
const MOST_STOPS = 500;

interface Standing {
  /** The focus is on what is looked for. */
  readonly here: boolean;
  /** It is on another choice of the same question: the arrows lead on. */
  readonly beside: boolean;
  /** It is further down than what is looked for. */
  readonly past: boolean;
  /** Why somebody could not see where they are. */
  readonly unseen: string | null;
}

/** How somebody works who has no pointer: Tab and Shift+Tab, arrows, Enter, Space, and letters into fields. */
type Hands = Pick<
  Locator,
  'click' | 'fill' | 'check' | 'uncheck' | 'selectOption' | 'setInputFiles' | 'focus' | 'press'
>;

/**
 * Until it is undone, whatever a journey does on a page is done by keyboard: a click is a walk to the control and Enter
 * or Space, a choice is made with the arrows. Fails where a control is not reached, or where the focus is not to be seen
 * on the way.
 *
 * @returns how to undo it.
 */
export function useKeyboardAlone(any: Locator): () => void {
  const hands = Object.getPrototypeOf(any) as Locator;
  const pointer: Hands = {
    click: hands.click,
    fill: hands.fill,
    check: hands.check,
    uncheck: hands.uncheck,
    selectOption: hands.selectOption,
    setInputFiles: hands.setInputFiles,
    focus: hands.focus,
    press: hands.press,
  };
  const keyboard: Hands = {
    async click(this: Locator) {
      await expect(this).toBeEnabled();
      const role = await this.getAttribute('role');
      if (role === 'option') return chooseOption(this);
      if (role?.startsWith('menuitem') === true) return chooseItem(this);
      await reach(this);
      await this.page().keyboard.press(await this.evaluate(keyThatPresses));
    },
    async fill(this: Locator, text) {
      await reach(this);
      await type(this, text);
    },
    async check(this: Locator) {
      if (await this.isChecked()) return;
      await reach(this);
      if (!(await this.isChecked())) await this.page().keyboard.press('Space');
      await expect(this).toBeChecked();
    },
    async uncheck(this: Locator) {
      if (!(await this.isChecked())) return;
      await reach(this);
      await this.page().keyboard.press('Space');
      await expect(this).not.toBeChecked();
    },
    async selectOption(this: Locator, values) {
      await reach(this);
      const steps = await this.evaluate(stepsTo, values as Wanted);
      for (let left = Math.abs(steps); left > 0; left -= 1) {
        await this.page().keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      }
      expect(await this.evaluate(stepsTo, values as Wanted), 'steps left to the choice').toBe(0);
      return [];
    },
    async setInputFiles(this: Locator, files) {
      await reach(this);
      // What follows is the system's own dialogue.
      await pointer.setInputFiles.call(this, files);
    },
    async focus(this: Locator) {
      await reach(this);
    },
    async press(this: Locator, key) {
      await reach(this);
      await this.page().keyboard.press(key);
    },
  };
  Object.assign(hands, keyboard);
  return () => void Object.assign(hands, pointer);
}

/** In a menu the arrows lead from item to item; Tab would leave it. */
async function chooseItem(item: Locator): Promise<void> {
  const { keyboard } = item.page();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) return keyboard.press('Enter');
    await keyboard.press('ArrowDown');
  }
  throw new Error(`${String(item)} is not reached with the arrows.`);
}

/** Walks to a control as the page lets one walk. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  const page = target.page();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const { here, beside, past, unseen } = await stand(target);
    // Where somebody is before they go on, what came meanwhile may have pushed out of view; the next key brings it back.
    if (stop > 0) expect(unseen, `where the focus is, on ${page.url()}`).toBeNull();
    if (here) return;
    await page.keyboard.press(beside ? (past ? 'ArrowUp' : 'ArrowDown') : past ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`${String(target)} is not reached by keyboard on ${page.url()}.`);
}

async function stand(target: Locator): Promise<Standing> {
  return target.evaluate((element): Standing => {
    const wanted = controlOf(element);
    const at = document.activeElement;
    if (at === null || at === document.body) return { here: false, beside: false, past: false, unseen: null };
    return {
      here: at === wanted,
      beside: at !== wanted && isRadio(at) && isRadio(wanted) && at.name === wanted.name && at.form === wanted.form,
      past: (at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
      unseen: at.matches('main, h1, [role="dialog"], dialog') ? null : whyUnseen(at),
    };

    /** What takes the focus when somebody means this: its label, the words on it. */
    function controlOf(meant: Element): Element {
      const around = meant.closest('a[href],button,summary,input,select,textarea,[tabindex]:not(main),label');
      return (around instanceof HTMLLabelElement ? around.control : around) ?? meant;
    }

    function isRadio(node: Element): node is HTMLInputElement {
      return node instanceof HTMLInputElement && node.type === 'radio';
    }

    function whyUnseen(focused: Element): string | null {
      const what = `${focused.tagName.toLowerCase()} “${(focused.textContent ?? '').trim().slice(0, 40)}”`;
      // A tile around a hidden radio button may carry the sign in its place.
      const signed = [focused, ...[focused.parentElement, focused.nextElementSibling].filter((near) => near !== null)];
      // Where one is in a menu is marked by its ground; the calendar of a field for a day is a part of its own, which a
      // page cannot look into.
      const marked = focused.matches('[data-highlighted], [type=date]:not(:focus)');
      if (!marked && !signed.some(isOutlined)) return `${what} shows no sign of the focus`;
      const [box = focused.getBoundingClientRect()] = focused.getClientRects();
      if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
        return `${what} has the focus outside of what is to be seen`;
      }
      const above = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
        Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
      );
      const clear = above === null || above.contains(focused) || focused.contains(above) || above.closest('label');
      return clear ? null : `${what} has the focus behind something else`;
    }

    function isOutlined(node: Element): boolean {
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    }
  });
}

/** A link is followed and a button pressed with Enter, a box ticked with Space. */
function keyThatPresses(element: Element): 'Enter' | 'Space' {
  const label = element.closest('label');
  const control = label?.control ?? element.closest('input') ?? element;
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type) ? 'Space' : 'Enter';
}

async function type(target: Locator, text: string): Promise<void> {
  const { keyboard } = target.page();
  const kind = await target.evaluate((field) => (field instanceof HTMLInputElement ? field.type : 'text'));
  if (kind === 'date') return typeDay(target, text);
  await keyboard.press('ControlOrMeta+A');
  // A long text is pasted, as people do.
  if (text === '') await keyboard.press('Delete');
  else if (text.length > 60) await keyboard.insertText(text);
  else await keyboard.type(text);
}

/** A field for a day takes its parts in the order of the browser's own language, which nobody tells the page. */
async function typeDay(target: Locator, text: string): Promise<void> {
  const { keyboard } = target.page();
  const [year = '', month = '', date = ''] = text.split('-');
  for (const parts of [
    [date, month, year],
    [month, date, year],
  ]) {
    for (let left = 0; left < 3; left += 1) await keyboard.press('ArrowLeft');
    await keyboard.type(parts.join(''));
    // What was typed is kept by the page, which takes a moment.
    const taken = expect.poll(() => target.inputValue(), { timeout: 1_000 }).toBe(text);
    if (
      await taken.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${String(target)} does not take ${text} by keyboard.`);
}

type Wanted = string | { readonly label?: string; readonly index?: number; readonly value?: string };

/** How many steps of the arrow lie between what a list says and what it shall say. */
function stepsTo(element: Element, wanted: Wanted): number {
  const list = element as HTMLSelectElement;
  const options = [...list.options].filter((option) => !option.disabled || option.index === list.selectedIndex);
  const goal = [...list.options].find((option) =>
    typeof wanted === 'string'
      ? option.value === wanted || option.label === wanted
      : (wanted.label === undefined || option.label === wanted.label) &&
        (wanted.index === undefined || option.index === wanted.index) &&
        (wanted.value === undefined || option.value === wanted.value),
  );
  if (goal === undefined) throw new Error(`There is no ${JSON.stringify(wanted)} to choose.`);
  return options.indexOf(goal) - options.findIndex((option) => option.index === list.selectedIndex);
}

/** Of a list below a field, which keeps the focus. */
async function chooseOption(option: Locator): Promise<void> {
  await option.waitFor();
  for (let step = 0; step < 30 && (await option.getAttribute('aria-selected')) !== 'true'; step += 1) {
    await option.page().keyboard.press('ArrowDown');
  }
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await option.page().keyboard.press('Enter');
}

/** No letter does anything by itself: people who dictate would set it off with every word. */
export async function expectNoSingleKeyShortcuts(page: Page): Promise<void> {
  const state = () => page.evaluate(() => [location.href, document.activeElement?.tagName, document.body.innerText]);
  const before = await state();
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/?.') await page.keyboard.press(key);
  expect(await state()).toEqual(before);
}
