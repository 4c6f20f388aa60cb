import {
  entrySlugFor,
  LEARNED_LICENCE,
  learnedEntry,
  NO_RESEARCH,
  plusDaysTo,
  REVIEW_AFTER_DAYS,
  type Theme,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog, type Activity } from '../../../platform/activity/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { EntryStore } from '../persistence/entry-store.js';
import { countSupport } from './count-support.js';

interface StoppedVenture {
  readonly title: string;
  readonly language: string;
  readonly why: string;
  readonly learned: string;
  readonly organisationId: string;
  readonly themes: Theme[];
  readonly funderIds: readonly string[];
}

/** Shares what a venture that stopped learned, in the transaction in which it stops. */
@Injectable()
export class PublishLearned {
  constructor(
    private readonly entries: EntryStore,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('venture.stopped', (tx, activity) => this.execute(tx, activity));
  }

  /** Harmless when repeated: a venture that serves several ideas tells of its end once for each. */
  async execute(tx: Tx, { subject, ideaId, actorId }: Activity): Promise<void> {
    const ventureId = subject.id;
    if (ideaId === undefined || actorId === undefined || (await this.entries.hasLearnedFrom(tx, ventureId))) return;
    const venture = await this.read(tx, ventureId, ideaId);
    // A venture that had no lead organisation has nobody to give it.
    if (venture === undefined) return;
    const { kind, title, summary, text } = learnedEntry(venture);
    const at = await tx.now();
    const id = newId();
    const slug = await this.entries.add(tx, {
      id,
      slug: entrySlugFor(title, kind),
      kind,
      themes: venture.themes,
      content: {
        title,
        summary,
        text,
        address: null,
        addressSeen: null,
        addressSeenAt: null,
        release: null,
        licence: LEARNED_LICENCE,
        consent: null,
        anonymised: null,
        ...NO_RESEARCH,
        language: venture.language,
        verdict: 'SATISFIES',
        verdictReason: '',
        licenceReason: '',
      },
      organisationId: venture.organisationId,
      sharedById: actorId,
      provenance: {
        obligationId: null,
        roundId: null,
        learnedFromId: ventureId,
        ideaId,
        ventureId,
        funderIds: venture.funderIds,
        support: await countSupport(tx, ideaId),
      },
      returnId: null,
      componentIds: [],
      files: [],
      at,
      reviewBy: plusDaysTo(at, REVIEW_AFTER_DAYS),
    });
    await this.activity.append(tx, {
      kind: 'entry.published',
      subject: { type: 'CommonsEntry', id },
      ideaId,
      ventureId,
      organisationId: venture.organisationId,
      actorId,
      visibility: 'PUBLIC',
      content: { slug, kind, title, licence: LEARNED_LICENCE, version: 1 },
    });
  }

  private read(tx: Tx, ventureId: string, ideaId: string): Promise<StoppedVenture | undefined> {
    return tx.one<StoppedVenture>(sql`
      select v.title, v.language, v.stopped_why as why, v.learned, lead.organisation_id as "organisationId", i.themes,
        array(select distinct p.organisation_id from pledges p join funding_rounds r on r.id = p.round_id
          where r.venture_id = v.id and r.status = 'SUCCEEDED' and p.status in ('COMMITTED', 'SETTLED', 'RELEASED')
            and p.in_force_at is not null) as "funderIds"
      from ventures v join venture_members lead on lead.venture_id = v.id and lead.role = 'LEAD' join ideas i on i.id = ${ideaId}
      where v.id = ${ventureId} and v.status = 'STOPPED'`);
  }
}
