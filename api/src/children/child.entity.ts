import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('children')
export class ChildEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('text')
  upn: string;

  @Column('text', { name: 'legal_forename' })
  legalForename: string;

  @Column('text', { name: 'legal_surname' })
  legalSurname: string;

  @Column('text', { name: 'preferred_name', default: '' })
  preferredName: string;

  @Column('date', { name: 'born_on' })
  bornOn: string;

  @Column('text')
  sex: string;

  /** The legal names without case, accents and punctuation, kept by a trigger: for finding records of one child. */
  @Column('text', { name: 'match_surname', nullable: true, select: false })
  matchSurname: string | null;

  @Column('text', { name: 'match_forename', nullable: true, select: false })
  matchForename: string | null;

  @Column('integer', { default: 1 })
  version: number;

  /** Only where the child is taught in another year than the birth date says. */
  @Column('text', { name: 'nc_year', nullable: true })
  ncYear: string | null;

  /** The record that speaks for this one since a merge. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;
}
