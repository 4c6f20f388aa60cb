import type { Confidence, EntryStatus, OutputKind } from '@openimpact/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commons_entries')
export class CommonsEntryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: OutputKind;
  @Column('text') status!: EntryStatus;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text', { nullable: true }) release!: string | null;
  @Column('text') licence!: string;
  @Column('text') verdict!: 'SATISFIES' | 'ASK_A_PERSON';
  @Column('text', { name: 'verdict_reason' }) verdictReason!: string;
  @Column('text', { name: 'licence_reason' }) licenceReason!: string;
  @Column('text') language!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { nullable: true }) consent!: string | null;
  @Column('text', { nullable: true }) anonymised!: string | null;
  @Column('uuid', { name: 'component_id', nullable: true }) componentId!: string | null;
  @Column('text', { nullable: true }) method!: string | null;
  @Column('date', { name: 'studied_on', nullable: true }) studiedOn!: string | null;
  @Column('text', { nullable: true }) sample!: string | null;
  @Column('text', { nullable: true }) confidence!: Confidence | null;
  @Column('text', { name: 'withdrawal_contact', nullable: true }) withdrawalContact!: string | null;
  @Column('text', { name: 'address_seen', nullable: true }) addressSeen!: 'ANSWERED' | 'NOT_REACHED' | null;
  @Column('timestamptz', { name: 'address_seen_at', nullable: true }) addressSeenAt!: Date | null;
  @Column('integer') version!: number;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'shared_by_id' }) sharedById!: string;
  @Column('uuid', { name: 'obligation_id', nullable: true }) obligationId!: string | null;
  @Column('uuid', { name: 'idea_id', nullable: true }) ideaId!: string | null;
  @Column('uuid', { name: 'venture_id', nullable: true }) ventureId!: string | null;
  @Column('uuid', { name: 'round_id', nullable: true }) roundId!: string | null;
  @Column('uuid', { name: 'learned_from_id', nullable: true }) learnedFromId!: string | null;
  @Column('jsonb', { nullable: true }) support!: object | null;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('date', { name: 'review_by' }) reviewBy!: string;
}
