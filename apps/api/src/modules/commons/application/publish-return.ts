import {
  entrySlugFor,
  plusDaysTo,
  REVIEW_AFTER_DAYS,
  type OutputKind,
  type ResearchFacts,
  type Theme,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { EntryStore, hashOf } from '../persistence/entry-store.js';
import { countSupport } from './count-support.js';

interface VerifiedReturn extends ResearchFacts {
  readonly obligationId: string;
  readonly ideaId: string;
  readonly ventureId: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly kind: OutputKind;
  readonly themes: Theme[];
  readonly title: string;
  readonly summary: string;
  readonly address: string | null;
  readonly text: string | null;
  readonly release: string | null;
  readonly addressSeen: 'ANSWERED' | 'NOT_REACHED' | null;
  readonly addressSeenAt: Date | null;
  readonly licence: string;
  readonly language: string;
  readonly consent: string | null;
  readonly anonymised: string | null;
  readonly verdict: 'SATISFIES' | 'ASK_A_PERSON';
  readonly verdictReason: string;
  readonly licenceReason: string;
  readonly sharedById: string;
  readonly componentIds: readonly string[];
  readonly funderIds: readonly string[];
  readonly files: readonly { readonly id: string; readonly sha256: string }[];
}

/**
 * Puts what was verified into the shared library, in the transaction that verified it: a promise is never kept without
 * the thing being there. It names the idea, the votes and the funders it came from.
 */
@Injectable()
export class PublishReturn {
  constructor(
    private readonly entries: EntryStore,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('return.verified', (tx, { subject }) => this.execute(tx, subject.id));
  }

  async execute(tx: Tx, returnId: string): Promise<void> {
    const verified = await this.read(tx, returnId);
    const at = await tx.now();
    const existing = await this.entries.ofPromise(tx, verified.obligationId);
    const { kind, themes, organisationId, sharedById, componentIds, files, ...rest } = verified;
    const { obligationId, ideaId, ventureId, roundId, funderIds, ...content } = rest;
    const entry = {
      kind,
      themes,
      content,
      files,
      organisationId,
      sharedById,
      componentIds,
      returnId,
      provenance: {
        obligationId,
        ideaId,
        ventureId,
        roundId,
        learnedFromId: null,
        funderIds,
        support: await countSupport(tx, ideaId),
      },
      at,
      reviewBy: plusDaysTo(at, REVIEW_AFTER_DAYS),
    };
    const id = existing?.id ?? newId();
    // What was shown already and is now checked is no other version.
    const isShown =
      existing?.status === 'PUBLISHED' && existing.contentHash === hashOf(entry.content, files).toString('hex');
    const version = (existing?.version ?? 0) + (isShown ? 0 : 1);
    if (isShown) await this.entries.verified(tx, id, returnId);
    else if (existing) {
      await this.entries.revise(tx, id, version, entry);
      await this.entries.giveAgain(tx, id);
    }
    const slug =
      existing?.slug ?? (await this.entries.add(tx, { ...entry, id, slug: entrySlugFor(content.title, kind) }));
    await this.activity.append(tx, {
      kind: existing ? 'entry.revised' : 'entry.published',
      subject: { type: 'CommonsEntry', id },
      ideaId,
      ventureId,
      organisationId,
      actorId: sharedById,
      visibility: 'PUBLIC',
      content: { slug, kind, title: content.title, licence: content.licence, version },
    });
  }

  private async read(tx: Tx, returnId: string): Promise<VerifiedReturn> {
    const verified = await tx.one<VerifiedReturn>(sql`
      select r.obligation_id as "obligationId", o.idea_id as "ideaId", o.venture_id as "ventureId", o.round_id as "roundId",
        f.lead_organisation_id as "organisationId", a.kind, i.themes, r.title, r.summary, r.address, r.body as text, r.release, r.address_seen as "addressSeen",
r.address_seen_at as "addressSeenAt", r.licence,
        r.language, r.consent, r.anonymised, r.method, to_char(r.studied_on, 'YYYY-MM-DD') as "studiedOn", r.sample, r.confidence,
        r.withdrawal_contact as "withdrawalContact", r.verdict, r.verdict_reason as "verdictReason",
        case when r.verdict = 'SATISFIES' then '' else r.decision_reason end as "licenceReason",
        r.submitted_by_id as "sharedById",
        array(select c.component_id from return_components c where c.return_id = r.id) as "componentIds",
        array(select p.organisation_id from pledges p where p.round_id = o.round_id and p.status in ('COMMITTED', 'SETTLED')) as "funderIds",
        (select coalesce(json_agg(json_build_object('id', u.id, 'sha256', encode(u.sha256, 'hex')) order by u.id), '[]')
           from return_files rf join uploads u on u.id = rf.upload_id where rf.return_id = r.id) as files
      from returns r join obligations o on o.id = r.obligation_id join agreement_outputs a on a.id = o.agreement_output_id
        join ideas i on i.id = o.idea_id join funding_rounds f on f.id = o.round_id
      where r.id = ${returnId}`);
    if (!verified) throw new Error(`The return ${returnId} was verified and is not there.`);
    return verified;
  }
}
