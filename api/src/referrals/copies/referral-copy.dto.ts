import { OneOf, Text, Uuid, WholeNumber } from '../../common/fields.js';

export const COPY_STATUSES = ['queued', 'ready', 'failed'] as const;

/** A PDF that is being made, or is ready for a day. */
export class ReferralCopy {
  @Uuid()
  id: string;

  @Uuid()
  referralId: string;

  @WholeNumber({ description: 'The version that it is a copy of.' })
  number: number;

  @OneOf(COPY_STATUSES, { name: 'ReferralCopyStatus' })
  status: string;
}

export class RequestReferralCopy {
  @WholeNumber({ optional: true, min: 1, description: 'Of the version; the newest unless said otherwise.' })
  number?: number;
}

export class ReferralCopyParameters {
  @Text({ max: 6, optional: true, description: 'Number of the version; the newest unless said otherwise.' })
  number?: string;
}
