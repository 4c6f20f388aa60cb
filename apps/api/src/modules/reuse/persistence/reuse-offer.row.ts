import type { Currency, LicenceVerdictWord, ReuseOfferStatus } from '@openimpact/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reuse_offers')
export class ReuseOfferRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'idea_id' }) ideaId!: string;
  @Column('uuid', { name: 'component_id' }) componentId!: string;
  @Column('text') part!: string;
  @Column('text') covers!: string;
  @Column('text') missing!: string;
  @Column('text') effort!: string;
  @Column('text') saves!: string;
  @Column('char', { length: 3, nullable: true }) currency!: Currency | null;
  @Column('bigint', { name: 'adaptation_fee_minor', nullable: true }) adaptationFeeMinor!: string | null;
  @Column('bigint', { name: 'maintenance_minor', nullable: true }) maintenanceMinor!: string | null;
  @Column('text') status!: ReuseOfferStatus;
  @Column('uuid', { name: 'offered_by_id' }) offeredById!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('timestamptz', { name: 'offered_at' }) offeredAt!: Date;
  @Column('uuid', { name: 'answered_by_id', nullable: true }) answeredById!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { name: 'answer_reason' }) answerReason!: string;
  @Column('text', { nullable: true }) verdict!: LicenceVerdictWord | null;
  @Column('uuid', { name: 'superseded_by_id', nullable: true }) supersededById!: string | null;
}
