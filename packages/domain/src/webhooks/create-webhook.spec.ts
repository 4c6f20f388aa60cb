import { expect, it } from '@jest/globals';

import { createWebhook } from './create-webhook.js';

const facts = { held: 0, known: (kind: string) => kind === 'idea.logged' };

it('tells a program at a public address over an encrypted connection', () => {
  expect(
    createWebhook({ address: ' https://crm.example/hook ', kinds: ['idea.logged', 'idea.logged'] }, facts),
  ).toEqual({
    ok: true,
    value: { address: 'https://crm.example/hook', kinds: ['idea.logged'] },
  });
});

it.each([
  'http://crm.example/',
  'ftp://crm.example/',
  'crm.example',
  'https://crm.example:8443/',
  `https://crm.example/${'x'.repeat(2_000)}`,
])('tells nothing to %.40s', (address) => {
  expect(createWebhook({ address, kinds: [] }, facts)).toEqual({
    ok: false,
    reasons: [{ code: 'WEBHOOK_ADDRESS_NOT_HTTPS' }],
  });
});

it('says everything that is in the way at once', () => {
  const decision = createWebhook(
    { address: 'https://me:secret@crm.example/', kinds: ['idea.loged'] },
    { ...facts, held: 10 },
  );
  expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
    'WEBHOOK_ADDRESS_HAS_CREDENTIALS',
    'WEBHOOK_KIND_UNKNOWN',
    'TOO_MANY_WEBHOOKS',
  ]);
});
