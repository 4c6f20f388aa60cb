import type { ClosedBy, RoundPurpose, RoundStatus } from '@openimpact/domain';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

import { minorUnits } from '../../../platform/database/minor-units.js';

@Entity('funding_rounds')
@Check('funding_rounds_within_target_check', 'pledged_minor + committed_minor <= target_minor')
@Index('funding_rounds_one_open_per_idea_key', ['ideaId'], { unique: true, where: `status in ('OPEN', 'CLOSING')` })
@Unique('funding_rounds_currency_key', ['id', 'currency'])
export class FundingRoundRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'idea_id' }) ideaId!: string;
  @Column('uuid', { name: 'venture_id', nullable: true }) ventureId!: string | null;
  @Column('uuid', { name: 'agreement_id' }) agreementId!: string;
  @Column('text') purpose!: RoundPurpose;
  @Column('text') status!: RoundStatus;
  @Column('char', { length: 3 }) currency!: string;
  @Column('bigint', { name: 'minimum_minor', transformer: minorUnits }) minimumMinor!: bigint;
  @Column('bigint', { name: 'target_minor', transformer: minorUnits }) targetMinor!: bigint;
  @Column('bigint', { name: 'pledged_minor', transformer: minorUnits }) pledgedMinor!: bigint;
  @Column('bigint', { name: 'committed_minor', transformer: minorUnits }) committedMinor!: bigint;
  @Column('bigint', { name: 'committed_at_close_minor', nullable: true, transformer: minorUnits })
  committedAtCloseMinor!: bigint | null;
  @Column('timestamptz') deadline!: Date;
  @Column('uuid', { name: 'lead_organisation_id' }) leadOrganisationId!: string;
  @Column('uuid', { name: 'money_holder_organisation_id' }) moneyHolderOrganisationId!: string;
  @Column('uuid', { name: 'opened_by_id' }) openedById!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { name: 'closed_by', nullable: true }) closedBy!: ClosedBy | null;
  @Column('text', { name: 'closing_note' }) closingNote!: string;
  @Column('timestamptz', { name: 'extended_from', nullable: true }) extendedFrom!: Date | null;
  @Column('timestamptz', { name: 'extended_at', nullable: true }) extendedAt!: Date | null;
  @Column('text', { name: 'extension_reason', nullable: true }) extensionReason!: string | null;
}
