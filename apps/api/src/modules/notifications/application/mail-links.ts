import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { SignInSettings } from '../../../platform/auth/index.js';

const MAC_BYTES = 16;

/**
 * The addresses in a mail that work without signing in. Their token says whose mail it was and proves it with a code
 * that only this installation can make, so that nothing is stored and a link in an old mail still works. It opens
 * nothing else: whoever gets hold of a mail can stop mail, and no more.
 */
@Injectable()
export class MailLinks {
  private readonly key: Buffer;

  constructor(private readonly settings: SignInSettings) {
    this.key = createHmac('sha256', settings.secret).update('unsubscribe').digest();
  }

  /** The page on which mail is stopped, which a mail program can also post to (RFC 8058). */
  unsubscribe(personId: string): string {
    return `${this.settings.baseUrl}/unsubscribe/${this.token(personId)}`;
  }

  page(path: string): string {
    return `${this.settings.baseUrl}${path}`;
  }

  /** Whose mail a token was in, or null when this installation did not make it. */
  personOf(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + MAC_BYTES || bytes.toString('base64url') !== token) return null;
    const [person, mac] = [bytes.subarray(0, 16), bytes.subarray(16)];
    if (!timingSafeEqual(mac, this.macOf(person))) return null;
    return person.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private token(personId: string): string {
    const person = Buffer.from(personId.replaceAll('-', ''), 'hex');
    return Buffer.concat([person, this.macOf(person)]).toString('base64url');
  }

  private macOf(person: Buffer): Buffer {
    return createHmac('sha256', this.key).update(person).digest().subarray(0, MAC_BYTES);
  }
}
