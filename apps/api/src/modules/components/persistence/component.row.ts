import type { ComponentFunction, LicenceUse, Maturity } from '@openimpact/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('components')
export class ComponentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') summary!: string;
  @Column('text') description!: string;
  @Column('text') language!: string;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) functions!: ComponentFunction[];
  @Column('text', { name: 'repository_url', nullable: true }) repositoryUrl!: string | null;
  @Column('text', { name: 'landing_url', nullable: true }) landingUrl!: string | null;
  @Column('text', { name: 'documentation_url', nullable: true }) documentationUrl!: string | null;
  @Column('text', { name: 'software_type', nullable: true }) softwareType!: string | null;
  @Column('text', { nullable: true }) maturity!: Maturity | null;
  @Column('text', { array: true }) categories!: string[];
  @Column('text', { array: true }) platforms!: string[];
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { array: true }) features!: string[];
  @Column('text', { name: 'software_version', nullable: true }) softwareVersion!: string | null;
  @Column('date', { name: 'release_date', nullable: true }) releaseDate!: string | null;
  @Column('text', { name: 'maintained_by', nullable: true }) maintainedBy!: string | null;
  @Column('text', { name: 'licence_declared', nullable: true }) licenceDeclared!: string | null;
  @Column('text', { name: 'licence_found', nullable: true }) licenceFound!: string | null;
  @Column('text', { name: 'licence_concluded', nullable: true }) licenceConcluded!: string | null;
  @Column('text', { name: 'licence_concluded_why', nullable: true }) licenceConcludedWhy!: string | null;
  @Column('uuid', { name: 'licence_concluded_by_id', nullable: true }) licenceConcludedById!: string | null;
  @Column('timestamptz', { name: 'licence_concluded_at', nullable: true }) licenceConcludedAt!: Date | null;
  @Column('text', { name: 'licence_use', nullable: true }) licenceUse!: LicenceUse | null;
  @Column('text', { name: 'metadata_url', nullable: true }) metadataUrl!: string | null;
  @Column('text', { name: 'based_on', array: true }) basedOn!: string[];
  @Column('text', { name: 'claimed_users', array: true }) claimedUsers!: string[];
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
  @Column('timestamptz', { name: 'unreachable_since', nullable: true }) unreachableSince!: Date | null;
  @Column('text', { name: 'unreachable_because', nullable: true }) unreachableBecause!: string | null;
  @Column('uuid', { name: 'owner_organisation_id', nullable: true }) ownerOrganisationId!: string | null;
  @Column('uuid', { name: 'registered_by_id' }) registeredById!: string;
  @Column('timestamptz', { name: 'registered_at' }) registeredAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
