import type { OutputKind } from '@openimpact/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('agreement_outputs')
@Index('agreement_outputs_position_key', ['agreementId', 'position'], { unique: true })
export class AgreementOutputRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId!: string;
  @Column('integer') position!: number;
  @Column('text') kind!: OutputKind;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text', { name: 'licence_condition' }) licenceCondition!: string;
  @Column('text', { name: 'accepted_licences', array: true, nullable: true }) acceptedLicences!: string[] | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('integer', { name: 'due_after_days', nullable: true }) dueAfterDays!: number | null;
  @Column('integer', { name: 'tranche_position', nullable: true }) tranchePosition!: number | null;
}
