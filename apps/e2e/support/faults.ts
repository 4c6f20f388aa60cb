import type { Page } from '@playwright/test';

/** What the eye would find wrong at once: the page scrolls sideways, or one text stands on another. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      faults.push(`scrolls sideways: ${root.scrollWidth} px wide in ${root.clientWidth} px`);
    }

    const lines: { text: string; element: Element; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '') continue;
      if (!element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = visiblePart(rect, element);
        // A box is as high as the line of its font, which is more than its letters: a touch is no overlap.
        if (box.width > 4 && box.height > 4) lines.push({ text, element, box });
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (other.box.top >= one.box.bottom) break;
        if (one.element === other.element) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > 2 && down > 0.4 * Math.min(one.box.height, other.box.height)) {
          faults.push(`“${one.text.slice(0, 60)}” and “${other.text.slice(0, 60)}” overlap`);
        }
      }
    }
    return [...new Set(faults)];

    /** What of a box is to be seen: those around it may cut it off. */
    function visiblePart(rect: DOMRect, within: Element): DOMRect {
      let { left, top, right, bottom } = rect;
      for (let around: Element | null = within; around !== null; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflow === 'visible' && style.clipPath === 'none') continue;
        if (style.clipPath !== 'none') return new DOMRect();
        const frame = around.getBoundingClientRect();
        left = Math.max(left, frame.left);
        top = Math.max(top, frame.top);
        right = Math.min(right, frame.right);
        bottom = Math.min(bottom, frame.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
  });
}

/** Text that is in the page and cannot be read, because what is around it ends before it does. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const cuts = overflowX === 'hidden' || overflowX === 'clip' || overflowY === 'hidden' || overflowY === 'clip';
        // What is said to screen readers only is cut off on purpose.
        if (!cuts || clipPath !== 'none' || element.clientWidth <= 1 || !element.checkVisibility()) return false;
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      })
      .filter((element) => (element.textContent ?? '').trim() !== '')
      .map((element) => `“${(element.textContent ?? '').trim().slice(0, 60)}” is cut off`),
  );
}
