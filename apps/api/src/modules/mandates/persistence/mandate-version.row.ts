import { Column, Entity, PrimaryColumn } from 'typeorm';

import { minorUnits } from '../../../platform/database/minor-units.js';
import type { StoredCondition, StoredReturnCondition } from '../application/conditions.js';

@Entity('mandate_versions')
export class MandateVersionRow {
  @PrimaryColumn('uuid', { name: 'mandate_id' }) mandateId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text') language!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) places!: string[];
  @Column('text', { name: 'people_served' }) peopleServed!: string;
  @Column('char', { length: 3 }) currency!: string;
  @Column('bigint', { name: 'budget_minor', transformer: minorUnits }) budgetMinor!: bigint;
  @Column('bigint', { name: 'smallest_minor', transformer: minorUnits }) smallestMinor!: bigint;
  @Column('bigint', { name: 'largest_minor', transformer: minorUnits }) largestMinor!: bigint;
  @Column('date', { name: 'opens_on' }) opensOn!: string;
  @Column('date', { name: 'closes_on' }) closesOn!: string;
  @Column('text', { array: true }) purposes!: string[];
  @Column('text', { array: true }) pays!: string[];
  @Column('jsonb', { name: 'return_conditions' }) returnConditions!: readonly StoredReturnCondition[];
  @Column('jsonb', { name: 'pledge_conditions' }) pledgeConditions!: readonly StoredCondition[];
  @Column('bigint', { name: 'approval_threshold_minor', nullable: true, transformer: minorUnits })
  approvalThresholdMinor!: bigint | null;
  @Column('boolean', { name: 'always_ask_second_person' }) alwaysAskSecondPerson!: boolean;
  @Column('uuid', { name: 'published_by_id' }) publishedById!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
