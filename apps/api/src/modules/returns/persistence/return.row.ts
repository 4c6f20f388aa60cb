import type { Confidence } from '@openimpact/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('returns')
@Index('returns_number_key', ['obligationId', 'number'], { unique: true })
@Index('returns_one_waiting_key', ['obligationId'], { unique: true, where: 'decision is null' })
export class ReturnRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'obligation_id' }) obligationId!: string;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text', { nullable: true }) release!: string | null;
  @Column('text') licence!: string;
  @Column('text') language!: string;
  @Column('text', { nullable: true }) consent!: string | null;
  @Column('text', { nullable: true }) anonymised!: string | null;
  @Column('text', { nullable: true }) method!: string | null;
  @Column('date', { name: 'studied_on', nullable: true }) studiedOn!: string | null;
  @Column('text', { nullable: true }) sample!: string | null;
  @Column('text', { nullable: true }) confidence!: Confidence | null;
  @Column('text', { name: 'withdrawal_contact', nullable: true }) withdrawalContact!: string | null;
  @Column('text', { name: 'address_seen', nullable: true }) addressSeen!: 'ANSWERED' | 'NOT_REACHED' | null;
  @Column('timestamptz', { name: 'address_seen_at', nullable: true }) addressSeenAt!: Date | null;
  @Column('bytea', { name: 'address_hash', nullable: true }) addressHash!: Buffer | null;
  @Column('bytea', { name: 'content_hash' }) contentHash!: Buffer;
  @Column('text') verdict!: 'SATISFIES' | 'ASK_A_PERSON';
  @Column('text', { name: 'verdict_rule' }) verdictRule!: string;
  @Column('text', { name: 'verdict_reason' }) verdictReason!: string;
  @Column('uuid', { name: 'submitted_by_id' }) submittedById!: string;
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt!: Date;
  @Column('text', { nullable: true }) decision!: 'VERIFIED' | 'CHANGES_REQUESTED' | null;
  @Column('uuid', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason' }) decisionReason!: string;
}
