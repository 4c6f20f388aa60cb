import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import { minorUnits } from '../../../platform/database/minor-units.js';

@Entity('mandates')
@Check('mandates_drawn_within_budget_check', 'drawn_minor between 0 and budget_minor')
@Unique('mandates_slug_key', ['slug'])
@Unique('mandates_currency_key', ['id', 'currency'])
export class MandateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') status!: 'PUBLISHED' | 'CLOSED';
  @Column('integer') version!: number;
  @Column('char', { length: 3 }) currency!: string;
  @Column('text') title!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) places!: string[];
  @Column('text', { array: true }) purposes!: string[];
  @Column('date', { name: 'opens_on' }) opensOn!: string;
  @Column('date', { name: 'closes_on' }) closesOn!: string;
  @Column('bigint', { name: 'budget_minor', transformer: minorUnits }) budgetMinor!: bigint;
  @Column('bigint', { name: 'drawn_minor', transformer: minorUnits }) drawnMinor!: bigint;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
