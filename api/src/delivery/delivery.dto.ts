import { type Attendance, ATTENDANCES } from '../allocations/attendance.js';
import { DateOnly, OneOf, Text, WholeNumber } from '../common/fields.js';

export class RecordDeliverySession {
  @DateOnly()
  heldOn: string;

  @WholeNumber({ min: 0, max: 600 })
  minutes: number;

  @OneOf(ATTENDANCES, { name: 'Attendance' })
  attendance: Attendance;

  @Text({ max: 2000 })
  note: string;
}
