import { sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, isoTime, time } from '../../../platform/graphql/index.js';
import { commonsAgreementView } from '../../agreements/index.js';
import { organisationView } from '../../organisations/index.js';
import { fundingRoundView } from '../../rounds/index.js';

const amendmentWordView = defineView('AmendmentWord', {
  organisation: (at) =>
    at.one(
      organisationView,
      (funder) => sql`organisations ${funder} where ${funder}.id = ${at.col('organisation_id')}`,
    ),
  answer: column('answer'),
  reason: column('reason'),
  answeredAt: time('answered_at'),
});

export const amendmentView = defineView('AgreementAmendment', {
  id: idOf('amendment'),
  status: column('status'),
  reason: column('reason'),
  from: (at) =>
    at.one(
      commonsAgreementView,
      (agreement) => sql`commons_agreements ${agreement} where ${agreement}.id = ${at.col('from_agreement_id')}`,
    ),
  to: (at) =>
    at.one(
      commonsAgreementView,
      (agreement) => sql`commons_agreements ${agreement} where ${agreement}.id = ${at.col('to_agreement_id')}`,
    ),
  proposedAt: time('proposed_at'),
  decidedAt: (at) => isoTime(at.col('decided_at')),
  words: (at) =>
    at.many(
      amendmentWordView,
      (word) =>
        sql`amendment_answers ${word} where ${word}.amendment_id = ${at.col('id')} order by ${word}.answered_at`,
    ),
});

extendView(fundingRoundView, {
  agreement: (at) =>
    at.one(
      commonsAgreementView,
      (agreement) => sql`commons_agreements ${agreement} where ${agreement}.id = ${at.col('agreement_id')}`,
    ),
  amendments: (at) =>
    at.many(
      amendmentView,
      (amendment) =>
        sql`agreement_amendments ${amendment} where ${amendment}.round_id = ${at.col('id')} order by ${amendment}.proposed_at desc`,
    ),
});
