import { SIGN_OFF_STATES, SIGN_OFF_STATUSES, SIGN_OFF_WAYS, type SignOffState } from '@panel/case-rules';

import { Email, Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../../common/fields.js';
import { ReferralSections } from '../referral-sections.dto.js';

export class AskForSignOff {
  @Text({ max: 200, min: 1 })
  headName: string;

  @Email()
  headEmail: string;
}

/** By somebody with an account, who is the head teacher or acts for them. */
export class SignReferralOff {
  @Text({ max: 200, min: 1, description: 'Such as “Head teacher”.' })
  role: string;

  @YesNo({ description: 'Must be true: the person makes the statement.' })
  hasConfirmed: boolean;
}

export class SignOff {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;

  @OneOf(SIGN_OFF_WAYS, { name: 'SignOffWay' })
  way: string;

  @OneOf(SIGN_OFF_STATUSES, { name: 'SignOffStatus' })
  status: string;

  @Text({ max: 200 })
  headName: string;

  @Text({ max: 320, nullable: true })
  headEmail: string | null;

  @Text({ max: 200 })
  askedByName: string;

  @Instant()
  askedAt: string;

  @Instant({ nullable: true })
  expiresAt: string | null;

  @Text({ max: 200, nullable: true })
  signedName: string | null;

  @Text({ max: 200, nullable: true })
  signedRole: string | null;

  @Text({ max: 1000, nullable: true })
  statement: string | null;

  @Text({ max: 5000, nullable: true, description: 'Why it was sent back.' })
  comment: string | null;

  @Instant({ nullable: true })
  decidedAt: string | null;

  @Instant({ nullable: true, description: 'When the head teacher was reminded last.' })
  remindedAt: string | null;
}

export class ReferralSignOffs {
  @Uuid()
  referralId: string;

  @OneOf(SIGN_OFF_STATES, { name: 'SignOffState' })
  state: string;

  @YesNo({ description: 'The person may ask for it, or sign, now: the answers are complete and not yet signed off.' })
  canAsk: boolean;

  @Text({ max: 1000, description: 'What is stated by signing.' })
  statement: string;

  @ListOf(() => SignOff, { description: 'The newest first.' })
  items: SignOff[];
}

/** Part of a referral: what its newest sign-off comes to. */
export class SignOffSummary {
  @OneOf(SIGN_OFF_STATES, { name: 'SignOffState' })
  state: SignOffState;

  @Text({ max: 200, nullable: true })
  name: string | null;

  @Text({ max: 200, nullable: true })
  role: string | null;

  @Instant({ nullable: true, description: 'When it was asked for, given or sent back.' })
  at: string | null;

  @Text({ max: 5000, nullable: true })
  comment: string | null;
}

/** The token of a link travels in bodies only: addresses end up in logs and in histories. */
export class SignOffToken {
  @Text({ max: 200, min: 1 })
  token: string;
}

export class SignOffCode extends SignOffToken {
  @Text({ max: 20, min: 1 })
  code: string;
}

export class SignOffKey extends SignOffToken {
  @Text({ max: 200, min: 1 })
  key: string;
}

export class SignByLink extends SignOffKey {
  @Text({ max: 200, min: 1 })
  name: string;

  @Text({ max: 200, min: 1 })
  role: string;

  @YesNo({ description: 'Must be true: the person makes the statement.' })
  hasConfirmed: boolean;
}

export class SendBackByLink extends SignOffKey {
  @Text({ max: 5000, min: 1 })
  comment: string;
}

/** What somebody sees who only holds the link: whose school and which referral, and nothing about a child. */
export class OpenedSignOff {
  @Text({ max: 20 })
  reference: string;

  @Text({ max: 200 })
  schoolName: string;

  @Text({ max: 200 })
  councilName: string;

  @Text({ max: 200 })
  askedByName: string;

  @Text({ max: 200 })
  headName: string;

  @Text({ max: 320, description: 'Where the code goes, mostly hidden.' })
  maskedEmail: string;

  @Instant()
  expiresAt: string;
}

export class ConfirmedSignOff {
  @Text({ max: 200, description: 'Sent with each further request; holds for an hour.' })
  key: string;

  @Instant()
  expiresAt: string;
}

/** The referral exactly as it was when the sign-off was asked for. */
export class SignOffCopy extends OpenedSignOff {
  @Instant()
  askedAt: string;

  @Text({ max: 1000 })
  statement: string;

  @YesNo({ description: 'The school has changed an answer since: this copy can be sent back, but no longer signed.' })
  isOutdated: boolean;

  @Nested(() => ReferralSections)
  sections: ReferralSections;
}

export class DecidedSignOff {
  @Text({ max: 20 })
  reference: string;

  @OneOf(SIGN_OFF_STATUSES, { name: 'SignOffStatus' })
  status: string;

  @Instant()
  decidedAt: string;
}
