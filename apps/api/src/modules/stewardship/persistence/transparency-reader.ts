import { countInBand } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';

export interface TransparencyLine {
  /** The first day of the month: 2026-11. */
  readonly month: string;
  readonly what: string;
  readonly kind: string;
  /** Exact from five up. */
  readonly count: number | null;
  readonly fewerThan: number | null;
}

export interface PolicyInForce {
  readonly version: number;
  readonly votesOfSupport: number;
  readonly verifiedOrganisations: number;
  readonly adoptionInterests: number;
  readonly livedExperienceVoices: number;
  readonly inForceFrom: string | null;
}

/** What the site team did, for everybody to read. */
@Injectable()
export class TransparencyReader {
  constructor(private readonly reader: Reader) {}

  /** The last two years by month, each count under five as a band: one report in a month points at one person. */
  async lines(): Promise<readonly TransparencyLine[]> {
    const rows = await this.reader.query<{ month: string; what: string; kind: string; count: number }>(sql`
      with since as (select app_now() - interval '24 months' as day)
      select to_char(month, 'YYYY-MM') as month, what, kind, count(*)::int as count from (
        select date_trunc('month', created_at) as month, 'REPORTS' as what, reason as kind from reports where created_at > (select day from since)
        union all select date_trunc('month', decided_at), 'DECISIONS', status from reports where decided_at > (select day from since)
        union all select date_trunc('month', redacted_at), 'REDACTIONS', kind from redactions where redacted_at > (select day from since)
        union all select date_trunc('month', decided_at), 'HELD_POSTS', status from held_posts where decided_at > (select day from since)
        union all select date_trunc('month', decided_at), 'VOTE_BURSTS', status from vote_signals where decided_at > (select day from since)
        union all select date_trunc('month', made_at), 'APPEALS', kind from appeals where made_at > (select day from since)
        union all select date_trunc('month', decided_at), 'APPEALS_DECIDED', outcome from appeals where decided_at > (select day from since)
        union all select date_trunc('month', looked_at), 'LOOKS_AT_IDENTITY', subject_type from identity_looks where looked_at > (select day from since)
      ) acts group by 1, 2, 3 order by month desc, what, kind`);
    return rows.map(({ month, what, kind, count }) => ({ month, what, kind, ...countInBand(count) }));
  }

  /** Every policy there was, the newest first. */
  async policies(): Promise<readonly PolicyInForce[]> {
    return this.reader.query(sql`
      select version, votes_of_support as "votesOfSupport", verified_organisations as "verifiedOrganisations",
        adoption_interests as "adoptionInterests", lived_experience_voices as "livedExperienceVoices",
        case when isfinite(in_force_from) then to_char(in_force_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as "inForceFrom"
      from gate_policies order by version desc limit 100`);
  }

  async installation(): Promise<{ readonly firstPosts: string; readonly helpContacts: string }> {
    const row = await this.reader.one<{ firstPosts: string; helpContacts: string }>(
      sql`select first_posts as "firstPosts", help_contacts as "helpContacts" from installation`,
    );
    return row ?? { firstPosts: 'PUBLISHED', helpContacts: '' };
  }
}
