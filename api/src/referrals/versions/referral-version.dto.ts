import { Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber } from '../../common/fields.js';
import { ReferralSections } from '../referral-sections.dto.js';

export const VERSION_KINDS = ['submission', 'resubmission', 'amendment'] as const;

/** A referral as it was sent once. */
export class ReferralVersionItem {
  @WholeNumber({ description: '1 is the first submission.' })
  number: number;

  @OneOf(VERSION_KINDS, { name: 'ReferralVersionKind' })
  kind: string;

  @Text({ max: 5000, nullable: true, description: 'Why it was amended.' })
  reason: string | null;

  @Text({ max: 200 })
  madeByName: string;

  @Instant()
  madeAt: string;

  @Text({ max: 200, nullable: true, description: 'Who signed it off; an amendment stands on the sign-off before.' })
  signedName: string | null;

  @Text({ max: 200, nullable: true })
  signedRole: string | null;

  @Instant({ nullable: true })
  signedAt: string | null;

  @WholeNumber({ nullable: true, description: 'How many answers differ from the version before; null for the first.' })
  changes: number | null;
}

export class ReferralVersionList {
  @Uuid()
  referralId: string;

  @ListOf(() => ReferralVersionItem, { description: 'The newest first.' })
  items: ReferralVersionItem[];
}

export class ReferralVersion extends ReferralVersionItem {
  @Nested(() => ReferralSections)
  sections: ReferralSections;
}

/** One answer that is not the same in two versions, as it was stored: codes and typed dates. */
export class ReferralDifference {
  @Text({ max: 40 })
  section: string;

  @Text({ max: 200, description: 'JSON pointer into the sections, for example /pupil/upn.' })
  pointer: string;

  @Text({ max: 100_000, description: 'Empty: not answered.' })
  before: string;

  @Text({ max: 100_000, description: 'Empty: not answered.' })
  after: string;

  @Text({ max: 200, nullable: true, description: 'Who changed the answer last before the newer version was sent.' })
  changedByName: string | null;

  @Instant({ nullable: true, description: 'Null, as the name: from before it was kept.' })
  changedAt: string | null;
}

export class ReferralComparison {
  @Nested(() => ReferralVersion, { nullable: true, description: 'Null: there is no earlier version.' })
  before: ReferralVersion | null;

  @Nested(() => ReferralVersion, { nullable: true, description: 'Null: nothing has been sent yet.' })
  after: ReferralVersion | null;

  @ListOf(() => ReferralDifference)
  differences: ReferralDifference[];
}

/** Which versions to compare; the newest with the one before it unless said otherwise. */
export class ReferralComparisonParameters {
  @Text({ max: 6, optional: true, description: 'Number of the older version.' })
  before?: string;

  @Text({ max: 6, optional: true, description: 'Number of the newer version.' })
  after?: string;
}
