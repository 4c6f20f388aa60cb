import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { StartedProduct } from './start-product.js';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** The first person of an installation: signs in by the link in a mail. */
export async function signInFirst({ address, dataDir }: StartedProduct): Promise<Cookie[]> {
  const email = 'first@people.example';
  await fetch(`${address}/api/auth/sign-in/magic-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, callbackURL: '/', name: 'Noor Ellery' }),
  });
  const token = await tokenMailedTo(email, join(dataDir, 'mail'));
  const answer = await fetch(`${address}/api/auth/magic-link/verify?token=${token}&callbackURL=%2F`, {
    redirect: 'manual',
  });
  return answer.headers.getSetCookie().map((cookie) => {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
  });
}

async function tokenMailedTo(email: string, folder: string): Promise<string> {
  for (let left = 100; left > 0; left -= 1) {
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json'));
    for (const file of files) {
      // A mail that is still being written has no address yet, or half a link: the next look finds it whole.
      const mail = await readFile(join(folder, file), 'utf8');
      const token = mail.includes(email) && mail.trimEnd().endsWith('}') && /[?&]token=([\w-]+)/.exec(mail)?.[1];
      if (token) return token;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`No mail came to ${email}.`);
}
