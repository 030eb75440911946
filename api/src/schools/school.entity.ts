import type { RegisterPhase, SchoolStatus } from '@panel/reference';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schools')
export class SchoolEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('integer', { default: 1 })
  version: number;

  /** Unique reference number of the national register. */
  @Column('text')
  urn: string;

  @Column('text')
  name: string;

  @Column('text')
  phase: RegisterPhase;

  @Column('text', { name: 'head_teacher', default: '' })
  headTeacher: string;

  @Column('text', { name: 'la_code', nullable: true })
  laCode: string | null;

  @Column('text', { name: 'establishment_number', nullable: true })
  establishmentNumber: string | null;

  @Column('text', { name: 'type_code', default: '' })
  typeCode: string;

  @Column('text', { name: 'type_name', default: '' })
  typeName: string;

  @Column('text', { default: 'open' })
  status: SchoolStatus;

  @Column('date', { name: 'opened_on', nullable: true })
  openedOn: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('integer', { name: 'low_age', nullable: true })
  lowAge: number | null;

  @Column('integer', { name: 'high_age', nullable: true })
  highAge: number | null;

  @Column('text', { default: '' })
  street: string;

  @Column('text', { default: '' })
  town: string;

  @Column('text', { default: '' })
  postcode: string;

  @Column('uuid', { name: 'trust_id', nullable: true })
  trustId: string | null;
}
