import type { AgreementStatus } from '@openimpact/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('commons_agreements')
@Check('commons_agreements_version_check', 'version >= 1')
@Index('commons_agreements_version_key', ['ideaId', 'version'], { unique: true })
@Index('commons_agreements_one_draft_key', ['ideaId'], { unique: true, where: `status = 'DRAFT'` })
@Index('commons_agreements_one_in_force_key', ['ideaId'], { unique: true, where: `status = 'SIGNED'` })
export class CommonsAgreementRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'idea_id' }) ideaId!: string;
  @Column('integer') version!: number;
  @Column('integer') revision!: number;
  @Column('text') status!: AgreementStatus;
  @Column('uuid', { name: 'drafted_by_id', nullable: true }) draftedById!: string | null;
  @Column('timestamptz', { name: 'drafted_at' }) draftedAt!: Date;
  @Column('uuid', { name: 'signed_by_person_id', nullable: true }) signedByPersonId!: string | null;
  @Column('uuid', { name: 'signed_for_organisation_id', nullable: true }) signedForOrganisationId!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: Date | null;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt!: Date | null;
}
