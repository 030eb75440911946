import { ListOf, OneOf, Text, WholeNumber, YesNo } from '../common/fields.js';
import { type Role, ROLES } from '@panel/case-rules';

export class HomeTask {
  @Text({ max: 60 })
  code: string;

  @Text({ max: 200 })
  title: string;

  @WholeNumber()
  count: number;

  @WholeNumber({ description: 'How many of them are overdue, by working days; 0 where no day is promised.' })
  overdue: number;

  @Text({ max: 200, description: 'The page of the web application where the task is done.' })
  link: string;
}

export class Home {
  @ListOf(() => HomeTask)
  tasks: HomeTask[];
}

export class ServiceInformation {
  @Text({ max: 200 })
  serviceName: string;

  @Text({ max: 200 })
  councilName: string;

  @Text({ max: 7, nullable: true, description: 'As # and six digits; null: that of the product.' })
  brandColour: string | null;

  @YesNo({ description: 'True: everybody and everything in it is invented.' })
  isDemo: boolean;
}

export class DemoPerson {
  @Text({ max: 50 })
  key: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(ROLES, { name: 'Role' })
  role: string;

  @OneOf(ROLES, { name: 'Role', nullable: true, description: 'A second hat of this person.' })
  otherRole: Role | null;

  @Text({ max: 200, nullable: true })
  organisationName: string | null;

  @Text({ max: 500 })
  waiting: string;
}

export class DemoPeople {
  @ListOf(() => DemoPerson)
  items: DemoPerson[];
}
