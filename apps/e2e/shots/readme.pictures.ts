import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { addressOf } from '../support/looking.js';
import { expect, test } from '../support/test.js';
import { THEMES } from './contact-sheet.js';
import { places } from './places.js';

const FOLDER = resolve(import.meta.dirname, '../../../docs/pictures');
/** Somebody reads the README on a train. */
const MOST_KB = 100;

const PICTURES = [
  { name: 'home', place: 'home', width: 1200, height: 1080 },
  { name: 'idea', place: 'idea-funding', width: 1200, height: 800 },
  { name: 'phone', place: 'idea-commons', width: 390, height: 800 },
] as const;

for (const theme of THEMES) {
  test(`the README shows the product in ${theme}`, async ({ page, context }) => {
    await page.emulateMedia({ colorScheme: theme });
    const press = await context.newPage();
    mkdirSync(FOLDER, { recursive: true });
    for (const { name, place, width, height } of PICTURES) {
      await page.setViewportSize({ width, height });
      await page.goto(
        await addressOf(
          page,
          places.find((one) => one.name === place)!,
        ),
        { waitUntil: 'networkidle' },
      );
      const picture = await asWebp(press, await page.screenshot());
      expect(picture.length / 1000, `kB of ${name}`).toBeLessThan(MOST_KB);
      writeFileSync(resolve(FOLDER, `${name}-${theme}.webp`), picture);
    }
  });
}

/** A browser can press a picture small without anything more to install. */
async function asWebp(press: Page, png: Buffer): Promise<Buffer> {
  const pressed = await press.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.82);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  expect(pressed).toMatch(/^data:image\/webp/);
  return Buffer.from(pressed.split(',')[1] ?? '', 'base64');
}
