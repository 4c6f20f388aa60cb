import type { IdeaStage, Theme } from '@openimpact/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An idea as it is now. Counters and the search text are the database's own and are not written through rows. */
@Entity('ideas')
export class IdeaRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') need!: string;
  @Column('text') outcome!: string;
  @Column('text', { name: 'easy_read' }) easyRead!: string;
  @Column('text', { name: 'people_served' }) peopleServed!: string;
  @Column('text', { name: 'what_exists' }) whatExists!: string;
  @Column('text', { array: true }) themes!: Theme[];
  @Column('text', { array: true }) places!: string[];
  @Column('text', { array: true }) evidence!: string[];
  @Column('text') language!: string;
  @Column('text') stage!: IdeaStage;
  @Column('integer', { name: 'gate_policy' }) gatePolicy!: number;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'lead_organisation_id', nullable: true }) leadOrganisationId!: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('integer') version!: number;
  @Column('text') source!: 'PERSON' | 'IMPORT';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
