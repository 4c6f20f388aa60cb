import { describe, expect, it } from '@jest/globals';

import { answerWhoWouldLead, askWhoWouldLead, LEAD_LIMITS } from './ask-who-would-lead.js';

const idea = { id: 'idea', stage: 'LOGGED', authorId: 'author', coAuthorIds: ['co-author'] } as const;
const facts = { idea, personId: 'author', known: ['a', 'b'], askedBefore: [], waiting: 0 };
const codes = (decision: { readonly ok: boolean; readonly reasons?: readonly { readonly code: string }[] }) =>
  decision.ok ? [] : decision.reasons?.map(({ code }) => code);

describe('asking who would lead', () => {
  it('asks each organisation once, and those who know of it already not again', () => {
    const decision = askWhoWouldLead(
      { organisationIds: ['a', 'b', 'b'], note: null },
      { ...facts, askedBefore: ['a'] },
    );
    expect(decision).toEqual({ ok: true, value: { asked: ['b'], note: '' } });
  });

  it('is for those who write the idea, before money is asked for', () => {
    const stranger = askWhoWouldLead(
      { organisationIds: ['a'], note: null },
      { ...facts, personId: 'somebody', idea: { ...idea, stage: 'FUNDING' } },
    );
    expect(codes(stranger)).toEqual(['NOT_AN_AUTHOR', 'LEAD_IS_SETTLED']);
    expect(askWhoWouldLead({ organisationIds: ['a'], note: null }, { ...facts, personId: 'co-author' }).ok).toBe(true);
  });

  it('is no circular letter', () => {
    const ask = { organisationIds: ['a', 'b'], note: null };
    expect(codes(askWhoWouldLead(ask, { ...facts, waiting: LEAD_LIMITS.waiting - 1 }))).toEqual(['TOO_MANY_ASKED']);
    expect(askWhoWouldLead(ask, { ...facts, waiting: LEAD_LIMITS.waiting - 2 }).ok).toBe(true);
  });

  it('says that an organisation is not there, or that there is nobody new to ask', () => {
    expect(codes(askWhoWouldLead({ organisationIds: ['c'], note: null }, facts))).toEqual(['ORGANISATION_UNKNOWN']);
    expect(codes(askWhoWouldLead({ organisationIds: [], note: null }, facts))).toEqual(['NOBODY_TO_ASK']);
  });
});

describe('answering who would lead', () => {
  const answering = { stage: 'SHAPED', organisationsHeld: ['a'], wasAsked: false } as const;

  it('may be an offer that nobody asked for, and never a refusal of what was not asked', () => {
    expect(answerWhoWouldLead({ organisationId: 'a', answer: 'WOULD_LEAD', note: null }, answering).ok).toBe(true);
    expect(codes(answerWhoWouldLead({ organisationId: 'a', answer: 'NOT_NOW', note: null }, answering))).toEqual([
      'NOT_ASKED',
    ]);
  });

  it('is given by the organisation’s own people, before money is asked for', () => {
    const late = { ...answering, stage: 'DELIVERY', organisationsHeld: [] } as const;
    expect(codes(answerWhoWouldLead({ organisationId: 'a', answer: 'WOULD_LEAD', note: null }, late))).toEqual([
      'NOT_YOUR_ORGANISATION',
      'LEAD_IS_SETTLED',
    ]);
  });
});
