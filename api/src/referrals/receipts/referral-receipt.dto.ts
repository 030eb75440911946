import { RECEIPT_CHANNELS, type ReceiptChannel } from '@panel/case-rules';

import { DateOnly, OneOf, Text, Uuid, YesNo } from '../../common/fields.js';

export class CreateReferralOnBehalf {
  @Uuid()
  schoolId: string;

  @Text({ max: 200, min: 1, description: 'Who sent it: a name and a role.' })
  receivedFrom: string;

  @DateOnly()
  receivedOn: string;

  @OneOf(RECEIPT_CHANNELS, { name: 'ReceiptChannel' })
  channel: ReceiptChannel;
}

/** How a referral came that a coordinator wrote for a school. */
export class ReferralReceipt {
  @Text({ max: 200 })
  receivedFrom: string;

  @DateOnly()
  receivedOn: string;

  @OneOf(RECEIPT_CHANNELS, { name: 'ReceiptChannel' })
  channel: ReceiptChannel;

  @Text({ max: 200 })
  recordedByName: string;
}

/** The head teacher signed the form that arrived. */
export class RecordSignedForm {
  @Text({ max: 200, min: 1 })
  name: string;

  @Text({ max: 200, min: 1 })
  role: string;

  @DateOnly({ description: 'The day beside the signature.' })
  signedOn: string;

  @YesNo({ description: 'Must be true: the answers are those of the form.' })
  hasCompared: boolean;
}
