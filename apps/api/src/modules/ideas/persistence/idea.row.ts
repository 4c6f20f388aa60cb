import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ideas')
export class IdeaRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') need!: string;
  @Column('text') outcome!: string;
  @Column('text', { name: 'people_served' }) peopleServed!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) places!: string[];
  @Column('text') language!: string;
  @Column('text') stage!: string;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('uuid', { name: 'lead_organisation_id', nullable: true }) leadOrganisationId!: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
