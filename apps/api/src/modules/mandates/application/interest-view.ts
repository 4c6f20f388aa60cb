import { sql } from '../../../platform/database/index.js';
import { column, defineView, extendView, idOf, time } from '../../../platform/graphql/index.js';
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { mandateView } from './mandate-view.js';

export const interestView = defineView('FundingInterest', {
  id: idOf('interest'),
  organisation: (at) =>
    at.one(
      organisationView,
      (funder) => sql`organisations ${funder} where ${funder}.id = ${at.col('organisation_id')}`,
    ),
  mandate: (at) =>
    at.one(mandateView, (mandate) => sql`mandates ${mandate} where ${mandate}.id = ${at.col('mandate_id')}`),
  boardMeetsOn: (at) => sql`to_char(${at.col('board_meets_on')}, 'YYYY-MM-DD')`,
  note: column('note'),
  saidAt: time('said_at'),
});

extendView(ideaView, {
  fundingInterests: (at) =>
    at.many(
      interestView,
      (interest) => sql`funding_interests ${interest}
        where ${interest}.idea_id = ${at.col('id')} and ${interest}.withdrawn_at is null
        order by ${interest}.board_meets_on, ${interest}.id limit 50`,
    ),
});
