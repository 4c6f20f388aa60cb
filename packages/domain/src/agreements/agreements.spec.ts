import { describe, expect, it } from '@jest/globals';

import { draftCommonsAgreement, type DraftAgreementFacts, type OutputAsk } from './draft-agreement.js';
import { signCommonsAgreement, type SignAgreementFacts } from './sign-agreement.js';

const OUTPUT: OutputAsk = { kind: 'SOFTWARE', title: 'The app', licenceCondition: 'OPEN', dueAfterDays: 180 };
const FACTS: DraftAgreementFacts = {
  mayDraft: true,
  stage: 'SUPPORTED',
  latest: null,
  conditions: [{ problem: null, possible: true }],
  today: '2026-03-01',
};
const draftCodes = (output: Partial<OutputAsk>, facts: Partial<DraftAgreementFacts> = {}) => {
  const decision = draftCommonsAgreement([{ ...OUTPUT, ...output }], { ...FACTS, ...facts });
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
};

describe('drafting what will be shared back', () => {
  it('begins with version 1 and changes the open draft instead of making another', () => {
    expect(draftCommonsAgreement([OUTPUT], FACTS)).toMatchObject({ value: { version: 1, replacesDraft: false } });
    expect(draftCommonsAgreement([OUTPUT], { ...FACTS, latest: { version: 1, status: 'DRAFT' } })).toMatchObject({
      value: { version: 1, replacesDraft: true },
    });
  });

  it('leaves what was signed alone: a change of it is the next version', () => {
    expect(draftCommonsAgreement([OUTPUT], { ...FACTS, latest: { version: 3, status: 'SIGNED' } })).toMatchObject({
      value: { version: 4, replacesDraft: false },
    });
  });

  it.each<[Partial<OutputAsk>, Partial<DraftAgreementFacts>, string[]]>([
    [{}, { mayDraft: false }, ['MAY_NOT_DRAFT']],
    [{}, { stage: 'FUNDING' }, ['AGREEMENT_CLOSED']],
    [{}, { stage: 'WITHDRAWN' }, ['AGREEMENT_CLOSED']],
    [{ title: ' ' }, {}, ['TEXT_MISSING']],
    [{ kind: 'CAKE' }, {}, ['OUTPUT_KIND_UNKNOWN']],
    [{ dueAfterDays: null }, {}, ['DUE_DATE_MISSING']],
    [{ dueOn: '2027-01-01' }, {}, ['DUE_DATE_TWICE']],
    [{ dueAfterDays: null, dueOn: '2027-02-30' }, {}, ['NOT_A_DAY']],
    [{ dueAfterDays: null, dueOn: '2026-02-28' }, {}, ['DUE_DATE_PASSED']],
    [{ dueAfterDays: null, dueOn: '2026-03-01' }, {}, []],
    [{ dueAfterDays: 0 }, {}, ['DUE_DAYS_OUT_OF_RANGE']],
    [{ dueAfterDays: 1.5 }, {}, ['DUE_DAYS_OUT_OF_RANGE']],
    [{ tranchePosition: 13 }, {}, ['TRANCHE_POSITION_OUT_OF_RANGE']],
    [{}, { conditions: [{ problem: 'no', possible: false }] }, ['LICENCE_CONDITION_NOT_UNDERSTOOD']],
    [{}, { conditions: [{ problem: null, possible: false }] }, ['LICENCE_CONDITION_IMPOSSIBLE']],
    [
      { title: '', dueAfterDays: null, tranchePosition: 0 },
      {},
      ['TEXT_MISSING', 'DUE_DATE_MISSING', 'TRANCHE_POSITION_OUT_OF_RANGE'],
    ],
  ])('says everything that is wrong at once: %j %j', (output, facts, codes) => {
    expect(draftCodes(output, facts)).toEqual(codes);
  });

  it('promises something, each thing once', () => {
    expect(draftCommonsAgreement([], FACTS)).toMatchObject({ reasons: [{ code: 'OUTPUTS_MISSING' }] });
    const conditions = [...FACTS.conditions, ...FACTS.conditions];
    const twice = draftCommonsAgreement([OUTPUT, { ...OUTPUT, title: 'THE APP' }], { ...FACTS, conditions });
    expect(twice).toMatchObject({ reasons: [{ code: 'OUTPUT_TWICE', path: ['input', 'outputs', '1', 'title'] }] });
    const many = Array.from({ length: 21 }, (_, n) => ({ ...OUTPUT, title: `App ${n}` }));
    expect(draftCommonsAgreement(many, FACTS)).toMatchObject({ reasons: [{ code: 'TOO_MANY_OUTPUTS' }] });
  });
});

const SIGNING: SignAgreementFacts = {
  status: 'DRAFT',
  revisionRead: 2,
  revision: 2,
  leadOrganisationId: 'lead',
  organisationId: 'lead',
  isAdminThere: true,
  roundIsOpen: false,
  outputs: [{ title: 'The app', dueOn: null }],
  today: '2026-03-01',
};

describe('signing for the lead organisation', () => {
  it('is done by an admin of the lead organisation', () => {
    expect(signCommonsAgreement(SIGNING)).toMatchObject({ ok: true, value: { signedForOrganisationId: 'lead' } });
  });

  it.each<[Partial<SignAgreementFacts>, string]>([
    [{ status: 'SIGNED' }, 'AGREEMENT_NOT_A_DRAFT'],
    [{ status: 'SUPERSEDED' }, 'AGREEMENT_NOT_A_DRAFT'],
    [{ revision: 3 }, 'AGREEMENT_CHANGED'],
    [{ leadOrganisationId: null }, 'LEAD_NOT_CHOSEN'],
    [{ organisationId: 'other' }, 'NOT_THE_LEAD_ORGANISATION'],
    [{ isAdminThere: false }, 'NOT_AN_ADMIN'],
    [{ roundIsOpen: true }, 'ROUND_IS_OPEN'],
    [{ outputs: [{ title: 'The app', dueOn: '2026-02-01' }] }, 'OUTPUT_DUE_DATE_PASSED'],
  ])('refuses %j with %s', (facts, code) => {
    expect(signCommonsAgreement({ ...SIGNING, ...facts })).toMatchObject({ ok: false, reasons: [{ code }] });
  });
});
