import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('component_sources')
export class ComponentSourceRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'component_id' }) componentId!: string;
  @Column('integer') number!: number;
  @Column('text') raw!: string;
  @Column('boolean') valid!: boolean;
  @Column('jsonb') problems!: object[];
  @Column('boolean', { name: 'contacts_agreed' }) contactsAgreed!: boolean;
  /** Null when it was fetched again without a person. */
  @Column('uuid', { name: 'received_by_id', nullable: true }) receivedById!: string | null;
  @Column('text', { name: 'fetched_from', nullable: true }) fetchedFrom!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
