import startProduct, { startEmpty } from '../support/start-product.js';
import { writeContactSheet } from './contact-sheet.js';

/**
 * Starts the product twice: with the demonstration in it, and with nothing. When every page was seen, puts the pictures
 * on one sheet.
 */
export default async function start(): Promise<() => Promise<void>> {
  const [stop, stopEmpty] = await Promise.all([startProduct(), startEmpty()]);
  return async () => {
    await Promise.all([stop(), stopEmpty()]);
    process.stdout.write(`The pictures: ${writeContactSheet()}\n`);
  };
}
