import { type Award, awardFaults, type Currency, decimalText } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { Reader, sql } from '../../../platform/database/index.js';
import { type AwardRow, awardsFrom, awardsOf, venturesAfter } from './awards.js';

/** JSON has numbers of any size; JavaScript has not. An amount goes out digit for digit. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** Grants agreed through this installation, as a file by the 360Giving standard, written project by project. */
@Injectable()
export class WriteGrants {
  constructor(private readonly reader: Reader) {}

  /**
   * @param site where this installation is reached.
   * @throws {Error} when what would be written is not what the standard asks for: half a file is better than a wrong one.
   */
  async *write(site: string, name: string): AsyncGenerator<string> {
    const issued = await this.reader.one<{ now: string; leftOut: number; funders: number }>(sql`
      select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now, count(distinct (r.venture_id, p.organisation_id, p.currency))::int as "leftOut",
        count(distinct p.organisation_id)::int as funders
      from pledges p join funding_rounds r on r.id = p.round_id join organisations o on o.id = p.organisation_id
      where p.status in ('COMMITTED', 'SETTLED') and r.status = 'SUCCEEDED' and o.grants_prefix is null`);
    const address = `${site}/data/grants.360giving.json`;
    const head = {
      version: '1.4',
      title: `Grants agreed together at ${name}`,
      description: describe(issued?.leftOut ?? 0, issued?.funders ?? 0),
      issued: issued?.now,
      identifier: address,
      publisher: { name, website: site },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      downloadURL: address,
      accessURL: `${site}/data`,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"grants":[`;
    let separator = '\n';
    for await (const awards of this.pages()) {
      for (const award of awards) {
        yield `${separator}${JSON.stringify(asGrant(award, site))}`;
        separator = ',\n';
      }
    }
    yield '\n]}\n';
  }

  private async *pages() {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const ventures = await this.reader.query<{ id: string }>(venturesAfter(after));
      const last = ventures.at(-1);
      if (last === undefined) return;
      const awards = awardsFrom(await this.reader.query<AwardRow>(awardsOf(ventures.map(({ id }) => id))));
      const [fault] = awardFaults(awards);
      if (fault) throw new Error(`The grant ${fault.id} cannot be published: ${fault.code}.`);
      yield awards;
      after = last.id;
    }
  }
}

function describe(leftOut: number, funders: number): string {
  const all = 'One grant for each funder, project and currency, from rounds that reached their minimum.';
  if (leftOut === 0) return all;
  return `${all} Left out: grants of funders who have not given the prefix under which they publish (${leftOut} grants, ${funders} funders).`;
}

function asGrant(award: Award & { readonly row: AwardRow }, site: string): Record<string, unknown> {
  const { row } = award;
  const currency = award.currency as Currency;
  return {
    id: award.id,
    title: award.title,
    description: [`A share of money that funders agreed together for “${row.title}”, led by ${row.lead}.`, row.summary]
      .join(' ')
      .trim()
      .slice(0, 2_000),
    currency,
    amountAwarded: rawJSON(decimalText(award.awarded, currency)),
    amountDisbursed: rawJSON(decimalText(award.disbursed, currency)),
    awardDate: award.awardedOn,
    url: `${site}/ventures/${row.ventureSlug}`,
    fundingOrganization: [award.funder],
    recipientOrganization: award.recipients,
    grantProgramme: row.programmes.map(({ slug, title }) => ({ code: slug, title, url: `${site}/mandates/${slug}` })),
    ...(row.places.length === 0 ? {} : { beneficiaryLocation: row.places.map((place) => ({ name: place })) }),
    ...(award.related.length === 0 ? {} : { relatedActivity: award.related }),
    dateModified: award.modifiedAt,
    dataSource: `${site}/data/grants.360giving.json`,
  };
}
