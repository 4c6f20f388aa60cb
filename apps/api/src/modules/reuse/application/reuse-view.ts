import { column, defineView, extendView, idOf, isoTime, moneyOf, time } from '../../../platform/graphql/index.js';
import { limit, sql, type Sql } from '../../../platform/database/index.js';
import { componentView, licenceFacts } from '../../components/index.js';
import { ideaPermissionFields, ideaView, ofIdeasTogether, standing, visibleIdea } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { demandsOn } from './licence-demands.js';

/** Facts about the idea of an offer, as rules know it. */
function ideaFacts(offer: Sql): Sql {
  return sql`(select json_build_object('id', i.id, 'stage', i.stage, 'authorId', i.author_id,
    'coAuthorIds', coalesce((select json_agg(c.person_id) from idea_co_authors c where c.idea_id = i.id), '[]'::json))
    from ideas i where i.id = ${offer}.idea_id)`;
}

export const reuseOfferView = defineView('ReuseOffer', {
  id: idOf('reuseOffer'),
  idea: (at) =>
    at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')} and ${visibleIdea(idea)}`),
  component: (at) =>
    at.one(
      componentView,
      (component) => sql`components ${component} where ${component}.id = ${at.col('component_id')}`,
    ),
  part: column('part'),
  covers: column('covers'),
  missing: column('missing'),
  effort: column('effort'),
  saves: column('saves'),
  adaptationFee: (at) => moneyOf(at.col('adaptation_fee_minor'), at.col('currency')),
  maintenance: (at) => moneyOf(at.col('maintenance_minor'), at.col('currency')),
  status: column('status'),
  offeredBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('offered_by_id')}`),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
    ),
  offeredAt: time('offered_at'),
  answeredBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('answered_by_id')}`),
  answeredAt: (at) => isoTime(at.col('answered_at')),
  answerReason: column('answer_reason'),
  acceptedUnder: column('verdict'),
  licenceVerdict: (
    at,
  ) => sql`(select json_build_object('record', ${licenceFacts(sql`c`)}, 'demands', ${demandsOn(sql`i`)})
    from components c, ideas i where c.id = ${at.col('component_id')} and i.id = ${at.col('idea_id')})`,
  viewerCan: (at) => sql`json_build_object('idea', ${ideaFacts(at.row)}, 'offer', json_build_object(
    'id', ${at.col('id')}, 'status', ${at.col('status')}, 'offeredById', ${at.col('offered_by_id')}, 'organisationId', ${at.col('organisation_id')}))`,
});

export const nothingFitsReasonView = defineView('NothingFitsReason', {
  component: (at) =>
    at.one(
      componentView,
      (component) => sql`components ${component} where ${component}.id = ${at.col('component_id')}`,
    ),
  reason: column('reason'),
});

export const nothingFitsView = defineView('NothingFits', {
  because: column('because'),
  recordedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('recorded_by_id')}`),
  recordedAt: time('recorded_at'),
  reasons: (at) =>
    at.many(
      nothingFitsReasonView,
      (reason) =>
        sql`nothing_fits_reasons ${reason} where ${reason}.nothing_fits_id = ${at.col('id')} order by ${reason}.component_id`,
    ),
});

/** More offers than that to one idea are not read by anybody; the newest are shown. */
const MOST_OFFERS = 100;

extendView(ideaView, {
  // What waits or was accepted first, then what was answered otherwise.
  reuseOffers: (at) =>
    at.many(
      reuseOfferView,
      (
        offer,
      ) => sql`reuse_offers ${offer} where ${ofIdeasTogether(sql`${offer}.idea_id`, at.col('id'))} and ${offer}.status <> 'SUPERSEDED'
        order by array_position(array['ACCEPTED', 'PROPOSED'], ${offer}.status) nulls last, ${offer}.offered_at desc ${limit(MOST_OFFERS)}`,
    ),
  nothingFits: (at) =>
    at.one(
      nothingFitsView,
      (record) =>
        sql`nothing_fits ${record} where ${record}.idea_id = ${at.col('id')} order by ${record}.recorded_at desc`,
    ),
});

ideaPermissionFields['offerReuse'] = standing;
ideaPermissionFields['recordNothingFits'] = standing;

extendView(componentView, {
  reuseOffers: (at) =>
    at.many(
      reuseOfferView,
      (
        offer,
      ) => sql`reuse_offers ${offer} where ${offer}.component_id = ${at.col('id')} and ${offer}.status in ('PROPOSED', 'ACCEPTED')
        order by ${offer}.status, ${offer}.offered_at desc ${limit(MOST_OFFERS)}`,
    ),
  saidNotToFit: (at) => sql`(select count(*)::int from nothing_fits_reasons r where r.component_id = ${at.col('id')})`,
});
