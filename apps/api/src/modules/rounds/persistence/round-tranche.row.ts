import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('round_tranches')
@Check('round_tranches_share_check', 'basis_points between 1 and 10000')
export class RoundTrancheRow {
  @PrimaryColumn('uuid', { name: 'round_id' }) roundId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('text') title!: string;
  @Column('integer', { name: 'basis_points' }) basisPoints!: number;
}
