import { DateOnly, Nested, Text, Uuid, YesNo } from '../../common/fields.js';

/** By POST: a UPN must not stand in an address. */
export class LookUpChild {
  @Uuid()
  schoolId: string;

  @Text({ max: 40, min: 1, description: 'As typed: small letters, spaces and hyphens do no harm.' })
  upn: string;
}

/** The newest referral that the school has sent for the child. */
export class EarlierReferral {
  @Uuid()
  id: string;

  @Text({ max: 20 })
  reference: string;

  @DateOnly()
  sentOn: string;

  @Text({ max: 500 })
  pupilName: string;
}

/** A referral of the child that is still open: a second one cannot be submitted. */
export class OpenReferral {
  @YesNo({ description: 'Of the same school. Of another one a school is told nothing but whom to ask.' })
  isOwn: boolean;

  @Uuid({ nullable: true })
  id: string | null;

  @Text({ max: 20, nullable: true })
  reference: string | null;

  @Text({ max: 200, nullable: true, description: 'The coordinator to ask.' })
  coordinatorName: string | null;
}

export class KnownChild {
  @Nested(() => EarlierReferral, { nullable: true })
  earlier: EarlierReferral | null;

  @Nested(() => OpenReferral, { nullable: true })
  open: OpenReferral | null;
}
