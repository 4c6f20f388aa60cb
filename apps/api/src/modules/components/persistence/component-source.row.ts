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
  @Column('uuid', { name: 'received_by_id' }) receivedById!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
}
