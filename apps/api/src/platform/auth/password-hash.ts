import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP password storage, argon2id: 19 MiB, two passes, one lane. Stored with each hash, so they can be raised later. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes at a time: each takes 19 MiB and a thread, and a burst of sign-ins must not take the server's memory. */
const AT_A_TIME = 2;
/** Sign-ins that wait for their turn; beyond it a clear "too busy" is kinder than a minute of silence. */
const QUEUE_MOST = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** Too many people sign in at this moment; the caller answers "try again in a moment". */
export class TooManyHashesError extends Error {
  override readonly name = 'TooManyHashesError';
}

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (waiting.length >= QUEUE_MOST) throw new TooManyHashesError('Too many sign-ins at once.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** A password as it is stored, in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export function hashPassword(password: string): Promise<string> {
  return oneOfFew(async () => {
    const nonce = randomBytes(SALT_BYTES);
    const hash = await derive('argon2id', {
      message: normalised(password),
      nonce,
      parallelism: LANES,
      tagLength: HASH_BYTES,
      memory: MEMORY_KIB,
      passes: PASSES,
    });
    return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(nonce)}$${unpadded(hash)}`;
  });
}

/** Whether a password is the one that was stored. A hash of another form is no match rather than a fault. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return oneOfFew(async () => {
    const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w+/]+)\$([\w+/]+)$/.exec(stored);
    if (!parts) return false;
    const [, memory, passes, lanes, salt = '', expected = ''] = parts;
    const wanted = Buffer.from(expected, 'base64');
    const hash = await derive('argon2id', {
      message: normalised(password),
      nonce: Buffer.from(salt, 'base64'),
      parallelism: Number(lanes),
      tagLength: wanted.length,
      memory: Number(memory),
      passes: Number(passes),
    });
    return timingSafeEqual(hash, wanted);
  });
}

/** The same password typed on another keyboard must be the same bytes (NIST SP 800-63B, 3.1.1.2). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
