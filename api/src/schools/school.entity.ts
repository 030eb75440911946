import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('schools')
export class SchoolEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  /** Unique reference number of the national register. */
  @Column('text')
  urn: string;

  @Column('text')
  name: string;

  @Column('text')
  phase: string;

  @Column('text', { name: 'head_teacher', default: '' })
  headTeacher: string;
}
