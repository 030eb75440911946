import { ListOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { SchoolRegisterItem } from './school.dto.js';

export class TrustListParameters {
  @Text({ max: 100, optional: true, description: 'A part of the name, or the UID.' })
  search?: string;

  @Uuid({ optional: true, description: 'The `nextAfter` of the page before.' })
  after?: string;
}

export class TrustListItem {
  @Uuid()
  id: string;

  @Text({ max: 10 })
  uid: string;

  @Text({ max: 200 })
  name: string;

  @WholeNumber({ description: 'Schools of the trust in this register that are not closed.' })
  openSchools: number;
}

export class TrustPage {
  @ListOf(() => TrustListItem)
  items: TrustListItem[];

  @WholeNumber()
  total: number;

  @Uuid({ nullable: true })
  nextAfter: string | null;
}

export class Trust {
  @Uuid()
  id: string;

  @Text({ max: 10 })
  uid: string;

  @Text({ max: 200 })
  name: string;

  @ListOf(() => SchoolRegisterItem)
  schools: SchoolRegisterItem[];

  @YesNo({ description: 'True: there are more; the register of schools has them all.' })
  isCut: boolean;
}
