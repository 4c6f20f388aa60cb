import { describe, expect, it } from '@jest/globals';

import {
  dueDate,
  OBLIGATION_RECORDS,
  obligationState,
  requestReturnChanges,
  standingOf,
  submitReturn,
  verifyReturn,
  waiveObligation,
  workingDaysBetween,
  type LicenceJudgement,
  type ReturnAsk,
  type SubmitReturnFacts,
  type VerifierFacts,
  type VerifyFacts,
  type WaiveFacts,
} from './index.js';

const codesOf = (decision: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  (decision.reasons ?? []).map((reason) => reason.code);
const FINE: LicenceJudgement = { verdict: 'SATISFIES', rule: 'SAME_LICENCE', reason: 'It is.', component: null };
const ASK: LicenceJudgement = { ...FINE, verdict: 'ASK_A_PERSON', rule: 'SECTION_13_LINKS' };
const NO: LicenceJudgement = { ...FINE, verdict: 'DOES_NOT', rule: 'COPYLEFT_STAYS', component: 'A library' };

describe('what a promise is today', () => {
  it.each([
    ['PROMISED', '2026-06-01', '2026-03-01', 'PROMISED'],
    ['PROMISED', '2026-06-01', '2026-05-02', 'DUE'],
    ['PROMISED', '2026-06-01', '2026-06-01', 'DUE'],
    ['PROMISED', '2026-06-01', '2026-06-02', 'OVERDUE'],
    ['CHANGES_REQUESTED', '2026-06-01', '2026-06-02', 'OVERDUE'],
    ['CHANGES_REQUESTED', '2026-06-01', '2026-06-01', 'CHANGES_REQUESTED'],
    ['REOPENED', '2026-06-01', '2026-05-30', 'REOPENED'],
    ['SUBMITTED', '2026-06-01', '2027-06-02', 'SUBMITTED'],
    ['VERIFIED', '2026-06-01', '2027-06-02', 'VERIFIED'],
    ['WAIVED', '2026-06-01', '2027-06-02', 'WAIVED'],
    ['DISCHARGED', '2026-06-01', '2027-06-02', 'DISCHARGED'],
  ] as const)('%s, due %s, on %s: %s', (record, dueOn, today, state) => {
    expect(obligationState(record, dueOn, today)).toBe(state);
  });

  it('is due on the day agreed, or so many days after the money was', () => {
    expect(dueDate({ dueOn: '2026-06-01', dueAfterDays: null }, '2026-01-01')).toBe('2026-06-01');
    expect(dueDate({ dueOn: null, dueAfterDays: 31 }, '2026-01-01')).toBe('2026-02-01');
  });
});

describe('working days', () => {
  it.each([
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-06', 4],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-06', '2026-03-09', 1],
    ['2026-03-02', '2026-03-23', 15],
    ['2026-03-07', '2026-03-28', 15],
    ['2026-03-10', '2026-03-02', 0],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days);
  });
});

const ASKED: ReturnAsk = {
  title: 'The app',
  summary: 'It reminds.',
  address: 'https://example.org/app',
  licence: 'MIT',
};
const RESEARCH = {
  consent: 'Asked twice.',
  anonymised: 'By two people.',
  method: 'Interviews at home.',
  studiedOn: '2026-02-01',
  withdrawalContact: 'The office',
};
const SUBMIT: SubmitReturnFacts = {
  today: '2026-03-01',
  record: 'PROMISED',
  kind: 'SOFTWARE',
  worksForVenture: true,
  unknownComponents: [],
  components: 0,
  licence: FINE,
};

describe('submitting what was promised', () => {
  it('accepts an address or the text itself', () => {
    expect(submitReturn(ASKED, SUBMIT).ok).toBe(true);
    expect(submitReturn({ ...ASKED, address: null, text: 'All of it.' }, SUBMIT).ok).toBe(true);
    expect(codesOf(submitReturn({ ...ASKED, address: ' ' }, SUBMIT))).toEqual(['NOTHING_SHARED']);
  });

  it.each(['PROMISED', 'CHANGES_REQUESTED', 'REOPENED'] as const)('is possible when %s', (record) => {
    expect(submitReturn(ASKED, { ...SUBMIT, record }).ok).toBe(true);
  });

  it.each(['SUBMITTED', 'VERIFIED', 'WAIVED', 'DISCHARGED'] as const)('is not possible when %s', (record) => {
    expect(codesOf(submitReturn(ASKED, { ...SUBMIT, record }))).toEqual(['PROMISE_NOT_OPEN']);
  });

  it('refuses a licence that collides and names the component', () => {
    expect(submitReturn(ASKED, { ...SUBMIT, licence: NO })).toMatchObject({
      reasons: [{ code: 'LICENCE_DOES_NOT_SATISFY', component: 'A library', path: ['input', 'licence'] }],
    });
    expect(submitReturn(ASKED, { ...SUBMIT, licence: ASK }).ok).toBe(true);
    expect(codesOf(submitReturn(ASKED, { ...SUBMIT, licence: { problem: 'Too long.' } }))).toEqual([
      'LICENCE_NOT_UNDERSTOOD',
    ]);
  });

  it('asks of research how people agreed and who anonymised it', () => {
    const research = { ...SUBMIT, kind: 'USER_RESEARCH' } as const;
    expect(submitReturn(ASKED, research)).toMatchObject({
      reasons: ['consent', 'anonymised', 'studiedOn', 'method', 'withdrawalContact'].map((field) => ({
        path: ['input', field],
      })),
    });
    expect(submitReturn({ ...ASKED, ...RESEARCH }, research).ok).toBe(true);
    expect(submitReturn({ ...ASKED, ...RESEARCH, studiedOn: '2099-01-01' }, research)).toMatchObject({
      reasons: [{ code: 'DAY_IN_THE_FUTURE', path: ['input', 'studiedOn'] }],
    });
  });

  it.each<[Partial<ReturnAsk>, Partial<SubmitReturnFacts>, string]>([
    [{}, { worksForVenture: false }, 'NOT_IN_THE_VENTURE'],
    [{ address: 'javascript:alert(1)' }, {}, 'ADDRESS_NOT_VALID'],
    [{ summary: '' }, {}, 'TEXT_MISSING'],
    [{ summary: 'Write to someone@example.org' }, {}, 'PERSONAL_DATA_FOUND'],
    [{}, { unknownComponents: ['x'] }, 'COMPONENT_NOT_FOUND'],
    [{}, { components: 51 }, 'TOO_MANY_COMPONENTS'],
  ])('refuses %j %j with %s', (ask, facts, code) => {
    expect(codesOf(submitReturn({ ...ASKED, ...ask }, { ...SUBMIT, ...facts }))).toContain(code);
  });
});

const FUNDER: VerifierFacts = {
  belongsToFunder: true,
  isSteward: false,
  paidOrganisations: [],
  ownedComponents: [],
  holdsTeamRole: false,
  submittedIt: false,
  belongsToMember: true,
};
const STEWARD: VerifierFacts = { ...FUNDER, belongsToFunder: false, isSteward: true, belongsToMember: false };
const WAITING: VerifyFacts = {
  record: 'SUBMITTED',
  submittedOn: '2026-03-02',
  today: '2026-03-04',
  verifier: FUNDER,
  isLatest: true,
};

describe('verifying', () => {
  it('is done by somebody of a funder', () => {
    expect(verifyReturn(null, { ...WAITING, licence: FINE })).toMatchObject({
      ok: true,
      value: { record: 'VERIFIED' },
    });
  });

  it.each<[Partial<VerifierFacts>, string]>([
    [{ belongsToFunder: false }, 'NOT_A_VERIFIER'],
    [{ paidOrganisations: ['The lead'] }, 'PAID_BY_THE_VENTURE'],
    [{ ownedComponents: ['A library'] }, 'OWNS_A_COMPONENT'],
    [{ holdsTeamRole: true }, 'HOLDS_A_TEAM_ROLE'],
    [{ submittedIt: true }, 'SUBMITTED_IT'],
  ])('refuses the conflict %j with %s', (verifier, code) => {
    const facts = { ...WAITING, verifier: { ...FUNDER, ...verifier } };
    expect(codesOf(verifyReturn('Fine.', { ...facts, licence: FINE }))).toEqual([code]);
    expect(codesOf(requestReturnChanges('No.', { ...facts, dueOn: '2026-04-01' }))).toEqual([code]);
  });

  it('passes to a steward after 15 working days, never about their own organisation', () => {
    const early = { ...WAITING, verifier: STEWARD, licence: FINE };
    expect(verifyReturn(null, early)).toMatchObject({ reasons: [{ code: 'STEWARD_MUST_WAIT', workingDaysLeft: 13 }] });
    expect(verifyReturn(null, { ...early, today: '2026-03-22' }).ok).toBe(false);
    expect(verifyReturn(null, { ...early, today: '2026-03-23' }).ok).toBe(true);
    const own = { ...early, today: '2026-03-23', verifier: { ...STEWARD, belongsToMember: true } };
    expect(codesOf(verifyReturn(null, own))).toEqual(['STEWARDS_OWN_ORGANISATION']);
  });

  it('never accepts a licence that does not satisfy, and asks why where a person has to decide', () => {
    expect(codesOf(verifyReturn('Fine.', { ...WAITING, licence: NO }))).toEqual(['LICENCE_DOES_NOT_SATISFY']);
    expect(codesOf(verifyReturn(' ', { ...WAITING, licence: ASK }))).toEqual(['LICENCE_NEEDS_A_REASON']);
    expect(verifyReturn('Linked only.', { ...WAITING, licence: ASK })).toMatchObject({
      value: { reason: 'Linked only.' },
    });
  });

  it.each(OBLIGATION_RECORDS.filter((record) => record !== 'SUBMITTED'))('has nothing to verify when %s', (record) => {
    expect(codesOf(verifyReturn(null, { ...WAITING, record, licence: FINE }))).toEqual([
      'NOT_WAITING_FOR_VERIFICATION',
    ]);
  });

  it('is of what was looked at, not of what replaced it', () => {
    expect(codesOf(verifyReturn(null, { ...WAITING, isLatest: false, licence: FINE }))).toEqual(['RETURN_REPLACED']);
  });

  it('gives back the days somebody waited when changes are asked for', () => {
    expect(requestReturnChanges('The manual.', { ...WAITING, dueOn: '2026-03-03' })).toMatchObject({
      value: { record: 'CHANGES_REQUESTED', dueOn: '2026-03-05', reason: 'The manual.' },
    });
    expect(codesOf(requestReturnChanges('', { ...WAITING, dueOn: '2026-03-03' }))).toEqual(['TEXT_MISSING']);
  });
});

const WAIVING: WaiveFacts = {
  record: 'PROMISED',
  funders: ['a', 'b', 'c'],
  organisationId: 'a',
  mayAnswer: true,
  waiver: null,
  today: '2026-03-02',
};
const said = (...answers: [string, 'AGREES' | 'DISSENTS'][]) => ({
  answers: answers.map(([organisationId, answer]) => ({ organisationId, answer })),
  reminders: 0,
  lastReminderOn: null,
});

describe('waiving a promise', () => {
  it('takes all funders', () => {
    expect(waiveObligation({ answer: 'AGREES', reason: 'The need went.' }, WAIVING)).toMatchObject({
      value: { standing: { status: 'OPEN', waitingFor: ['b', 'c'] } },
    });
    const last = { ...WAIVING, organisationId: 'c', waiver: said(['a', 'AGREES'], ['b', 'AGREES']) };
    expect(waiveObligation({ answer: 'AGREES', reason: null }, last)).toMatchObject({
      value: { standing: { status: 'AGREED' } },
    });
  });

  it('ends with a dissent, which says why', () => {
    const second = { ...WAIVING, organisationId: 'b', waiver: said(['a', 'AGREES']) };
    expect(codesOf(waiveObligation({ answer: 'DISSENTS', reason: null }, second))).toEqual(['TEXT_MISSING']);
    expect(waiveObligation({ answer: 'DISSENTS', reason: 'We need it.' }, second)).toMatchObject({
      value: { standing: { status: 'REFUSED' } },
    });
  });

  it('takes silence for abstention after two reminders and 20 working days, never silence of all', () => {
    const reminded = { ...said(['a', 'AGREES']), reminders: 2, lastReminderOn: '2026-03-02' };
    expect(standingOf(reminded, ['a', 'b'], '2026-03-29').status).toBe('OPEN');
    expect(standingOf(reminded, ['a', 'b'], '2026-03-30')).toMatchObject({ status: 'AGREED', abstained: ['b'] });
    expect(standingOf({ ...reminded, reminders: 1 }, ['a', 'b'], '2026-03-30').status).toBe('OPEN');
    expect(standingOf({ ...reminded, answers: [] }, ['a', 'b'], '2027-03-30').status).toBe('OPEN');
  });

  it.each<[Partial<WaiveFacts>, string]>([
    [{ record: 'VERIFIED' }, 'PROMISE_SETTLED'],
    [{ record: 'WAIVED' }, 'PROMISE_SETTLED'],
    [{ organisationId: 'z' }, 'NOT_A_FUNDER'],
    [{ mayAnswer: false }, 'MAY_NOT_ANSWER_FOR_IT'],
    [{ waiver: said(['a', 'AGREES']) }, 'ALREADY_ANSWERED'],
  ])('refuses %j with %s', (facts, code) => {
    expect(codesOf(waiveObligation({ answer: 'AGREES', reason: 'Why.' }, { ...WAIVING, ...facts }))).toEqual([code]);
  });
});
