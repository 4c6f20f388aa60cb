import { describe, expect, it } from '@jest/globals';
import { localAddress } from './session.js';

describe('where sign-in leads', () => {
  it('is a page of this site', () => {
    expect(localAddress('/ideas?stage=LOGGED')).toBe('/ideas?stage=LOGGED');
    expect(localAddress(null)).toBe('/');
  });

  it('is never another site, however it is written', () => {
    for (const address of ['https://evil.example/x', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect(localAddress(address)).toBe('/');
    }
  });
});
