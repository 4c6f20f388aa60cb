import startProduct from '../support/start-product.js';
import { writeContactSheet } from './contact-sheet.js';

/** Starts the product; when every page was seen, puts the pictures on one sheet. */
export default async function start(): Promise<() => Promise<void>> {
  const stop = await startProduct();
  return async () => {
    await stop();
    process.stdout.write(`The pictures: ${writeContactSheet()}\n`);
  };
}
