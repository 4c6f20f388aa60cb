import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../config/index.js';
import { installationUrl } from './request-origin.js';
import { secretOf } from './secret.js';
import { LOOPBACK_COOKIE, SECURE_COOKIE } from './session-cookie.js';

/** What sign-in needs to know of the installation, derived once. */
@Injectable()
export class SignInSettings {
  readonly baseUrl: string;
  readonly secret: string;
  readonly secureCookies: boolean;
  readonly cookieName: string;

  constructor(@Inject(CONFIG) readonly config: Config) {
    this.baseUrl = installationUrl(config);
    this.secret = secretOf(config);
    this.secureCookies = this.baseUrl.startsWith('https:');
    this.cookieName = this.secureCookies ? SECURE_COOKIE : LOOPBACK_COOKIE;
  }
}
