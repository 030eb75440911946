import { CONSENT_CHANNELS, type SharingGroup, SHARING_GROUPS } from '@panel/case-rules';

import { DateOnly, Instant, ListOf, Nested, OneOf, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';

/** What the family said, to be recorded: who, when, how, and for whom it counts. */
class FamilysWord {
  @YesNo({ description: 'It counts for the panel schools.' })
  panelSchools: boolean;

  @YesNo({ description: 'It counts for providers of support.' })
  providers: boolean;

  @Text({ max: 200, min: 1 })
  saidByName: string;

  @Text({ max: 200, min: 1 })
  relationship: string;

  @DateOnly()
  saidOn: string;

  @OneOf(CONSENT_CHANNELS, { name: 'ConsentChannel' })
  channel: string;

  @Text({ max: 2000 })
  note: string;
}

export class WithdrawConsent extends FamilysWord {}

export class GiveConsent extends FamilysWord {}

export class ConsentEvent extends FamilysWord {
  @Uuid()
  id: string;

  @OneOf(['withdrawn', 'given'], { name: 'ConsentEventKind' })
  kind: string;

  @Text({ max: 200 })
  recordedByName: string;

  @Instant()
  recordedAt: string;
}

/** The answers of the referral's own consent section. */
export class FirstAgreement {
  @Text({ max: 200 })
  agreedByName: string;

  @Text({ max: 200 })
  relationship: string;

  @Text({ max: 200 })
  agreedOn: string;

  @Text({ max: 200 })
  method: string;

  @Text({ max: 5000 })
  explained: string;

  @Text({ max: 200, description: 'Until when the family agreed, as typed; empty where they set no end.' })
  expiresOn: string;

  @YesNo()
  panelSchools: boolean;

  @YesNo()
  providers: boolean;
}

export class Consent {
  @Uuid()
  referralId: string;

  @WholeNumber({ description: 'The version of the referral: a change of its consent is a change of the case.' })
  version: number;

  @YesNo({ description: 'The case may be shared with panel schools now.' })
  isSharedWithPanel: boolean;

  @YesNo({ description: 'The case may be shared with providers of support now.' })
  isSharedWithProviders: boolean;

  @YesNo({ description: 'The newest word for some group is a withdrawal.' })
  isWithdrawn: boolean;

  @YesNo({
    description: 'False while the referral has not been submitted: its consent section is still being written.',
  })
  canChange: boolean;

  @Nested(() => FirstAgreement)
  first: FirstAgreement;

  @ListOf(() => ConsentEvent, { description: 'The newest first.' })
  events: ConsentEvent[];
}

export function groupsOf(word: Pick<FamilysWord, 'panelSchools' | 'providers'>): SharingGroup[] {
  return SHARING_GROUPS.filter((group) => (group === 'providers' ? word.providers : word.panelSchools));
}
