import { Instant, Text, WholeNumber } from '../common/fields.js';

export class ChangeServiceIdentity {
  @Text({ max: 100, min: 1, description: 'As it stands in the header, in letters and in mails.' })
  councilName: string;

  @Text({ max: 100, min: 1 })
  serviceName: string;

  @Text({
    max: 7,
    nullable: true,
    description: 'As # and six digits; white text must be readable on it. Null: that of the product.',
  })
  brandColour: string | null;
}

export class ServiceIdentity extends ChangeServiceIdentity {
  @WholeNumber()
  version: number;

  @Text({ max: 200, nullable: true })
  changedByName: string | null;

  @Instant({ nullable: true })
  changedAt: string | null;
}
