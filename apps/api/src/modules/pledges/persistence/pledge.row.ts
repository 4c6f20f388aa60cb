import type { PledgeStatus } from '@openimpact/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { minorUnits } from '../../../platform/database/minor-units.js';
import type { StoredCondition } from '../../mandates/index.js';

@Entity('pledges')
@Check('pledges_amount_check', 'amount_minor > 0 or (amount_minor = 0 and match_most_minor is not null)')
@Index('pledges_one_live_per_funder_and_round_key', ['roundId', 'organisationId'], {
  unique: true,
  where: `status in ('AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED')`,
})
export class PledgeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('uuid', { name: 'mandate_id' }) mandateId!: string;
  @Column('integer', { name: 'mandate_version' }) mandateVersion!: number;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') kind!: 'GRANT';
  @Column('text') status!: PledgeStatus;
  @Column('char', { length: 3 }) currency!: string;
  @Column('bigint', { name: 'amount_minor', transformer: minorUnits }) amountMinor!: bigint;
  @Column('jsonb') conditions!: readonly StoredCondition[];
  @Column('text') note!: string;
  @Column('bigint', { name: 'threshold_minor', nullable: true, transformer: minorUnits })
  thresholdMinor!: bigint | null;
  @Column('integer', { name: 'match_percent', nullable: true }) matchPercent!: number | null;
  @Column('bigint', { name: 'match_most_minor', nullable: true, transformer: minorUnits })
  matchMostMinor!: bigint | null;
  @Column('uuid', { name: 'automatic_rule_id', nullable: true }) automaticRuleId!: string | null;
  @Column('text', { name: 'signer_name', nullable: true }) signerName!: string | null;
  @Column('text', { name: 'signer_role', nullable: true }) signerRole!: string | null;
  @Column('text', { name: 'grant_agreement_url', nullable: true }) grantAgreementUrl!: string | null;
  @Column('timestamptz', { name: 'reconfirmed_at', nullable: true }) reconfirmedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('bytea', { name: 'content_hash' }) contentHash!: Buffer;
  @Column('uuid', { name: 'made_by_id' }) madeById!: string;
  @Column('timestamptz', { name: 'placed_at' }) placedAt!: Date;
  @Column('timestamptz', { name: 'in_force_at', nullable: true }) inForceAt!: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
