import type { ObligationRecord, ReopenedBecause } from '@openimpact/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('obligations')
@Index('obligations_one_per_output_and_round_key', ['roundId', 'agreementOutputId'], { unique: true })
export class ObligationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'venture_id' }) ventureId!: string;
  @Column('uuid', { name: 'idea_id' }) ideaId!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('uuid', { name: 'agreement_output_id' }) agreementOutputId!: string;
  @Column('text') state!: ObligationRecord;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('integer', { name: 'tranche_position', nullable: true }) tranchePosition!: number | null;
  @Column('timestamptz', { name: 'promised_at' }) promisedAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('text', { name: 'reopened_because', nullable: true }) reopenedBecause!: ReopenedBecause | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt!: Date | null;
}
