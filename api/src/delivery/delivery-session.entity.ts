import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Attendance } from '../allocations/attendance.js';

@Entity('delivery_sessions')
export class DeliverySessionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('integer', { name: 'authority_id' })
  authorityId: number;

  @Column('uuid', { name: 'allocation_id' })
  allocationId: string;

  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('integer')
  minutes: number;

  @Column('text')
  attendance: Attendance;

  @Column('text')
  note: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
