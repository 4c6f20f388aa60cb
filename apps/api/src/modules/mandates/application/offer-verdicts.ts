import {
  fitsPlaces,
  LICENSED_AS,
  type LicenceRecord,
  type LicensedAs,
  OUTPUT_KINDS,
  type ReturnConditionTerm,
} from '@openimpact/domain';

import { limit, sql } from '../../../platform/database/index.js';
import { extendView } from '../../../platform/graphql/index.js';
import { licenceFacts } from '../../components/index.js';
import { type LicenceDemand, reuseOfferView, type ReuseVerdict, verdictOnReuse } from '../../reuse/index.js';

/** Open offers of funders that are looked at for one offer; the newest that share a theme come first. */
const MOST_MANDATES = 20;

/** What the verdict of one open offer is made from, as PostgreSQL says it. */
interface Candidate {
  readonly slug: string;
  readonly title: string;
  readonly funder: string;
  readonly places: readonly string[];
  readonly conditions: readonly ReturnConditionTerm[];
}
export interface OfferVerdictFacts {
  readonly record: LicenceRecord;
  readonly ideaPlaces: readonly string[];
  readonly mandates: readonly Candidate[];
}

extendView(reuseOfferView, {
  // Only while it stands: what was turned down is judged no more.
  mandateVerdicts: (at) => sql`(select json_build_object('record', ${licenceFacts(sql`c`)}, 'ideaPlaces', i.places,
    'mandates', coalesce((select json_agg(found) from (
      select m.slug, m.title, o.name as funder, m.places, v.return_conditions as conditions
      from mandates m join mandate_versions v on v.mandate_id = m.id and v.version = m.version
        join organisations o on o.id = m.organisation_id
      where m.status = 'PUBLISHED' and m.themes && i.themes and app_now()::date between m.opens_on and m.closes_on
        and ${at.col('status')} in ('PROPOSED', 'ACCEPTED')
      order by m.published_at desc, m.id desc ${limit(MOST_MANDATES)}) found), '[]'::json))
    from components c, ideas i where c.id = ${at.col('component_id')} and i.id = ${at.col('idea_id')})`,
});

export interface MandateVerdict extends Omit<Candidate, 'places' | 'conditions'> {
  readonly verdict: ReuseVerdict;
}

/** Holds a component against what each open offer that fits the idea would ask of software built for it. */
export function verdictsOfMandates({ record, ideaPlaces, mandates }: OfferVerdictFacts): readonly MandateVerdict[] {
  return mandates
    .filter(({ places }) => fitsPlaces(places, ideaPlaces))
    .map(({ slug, title, funder, conditions }) => ({
      slug,
      title,
      funder,
      verdict: verdictOnReuse(record, conditions.flatMap(demandsOf)),
    }));
}

/** Licences a funder names for a kind of output, as a condition on it. What a funder does not name, it leaves to the agreement. */
function demandsOf(condition: ReturnConditionTerm): LicenceDemand[] {
  if (condition.code !== 'ACCEPTED_LICENCES') return [];
  return condition.accepted.map(({ licensedAs, licences }) => ({
    kind: outputLicensedAs(licensedAs),
    title: '',
    condition: licences === 'ANY_OPEN' ? 'OPEN' : licences.join(' OR '),
  }));
}

function outputLicensedAs(licensedAs: LicensedAs): string {
  return OUTPUT_KINDS.find((kind) => LICENSED_AS[kind] === licensedAs) ?? 'SOFTWARE';
}
