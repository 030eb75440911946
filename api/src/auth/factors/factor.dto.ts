import { Instant, ListOf, Nested, OneOf, Text, TextList, Uuid, WholeNumber, YesNo } from '../../common/fields.js';
import { SignInStep } from '../session.dto.js';
import { type SecondFactor, secondFactors } from '../sign-in-stages.js';

/** The longest answer of an authenticator that anybody has seen is a few kilobytes. */
const credentialLength = 20_000;

export class ShowSecondFactor {
  @OneOf(secondFactors, { name: 'SecondFactor' })
  factor: SecondFactor;

  @Text({ max: credentialLength, min: 1, description: 'The code as typed, or the answer of the passkey as JSON.' })
  value: string;
}

export const confirmations = ['app_code', 'passkey', 'demo'] as const;

export class ConfirmIdentity {
  @OneOf(confirmations, { name: 'Confirmation' })
  method: (typeof confirmations)[number];

  @Text({ max: credentialLength, description: 'As at sign-in; empty for one click in a demo.' })
  value: string;
}

export class PasskeyOptions {
  @Text({ max: credentialLength, description: 'What the browser hands to the authenticator, as JSON.' })
  options: string;
}

export class AppKey {
  @Text({ max: 64, description: 'For typing it into the app by hand.' })
  key: string;

  @Text({ max: 500, description: 'What the QR code says.' })
  address: string;

  @Text({ max: 50_000, description: 'The QR code as SVG.' })
  qrCode: string;
}

export class ConfirmApp {
  @Text({ max: 20, min: 1 })
  code: string;
}

export class AddPasskey {
  @Text({ max: 60, min: 1 })
  name: string;

  @Text({ max: credentialLength, min: 1, description: 'The answer of the authenticator as JSON.' })
  credential: string;
}

export class RenamePasskey {
  @Text({ max: 60, min: 1 })
  name: string;
}

export class AddedFactor {
  @Nested(() => SignInStep)
  step: SignInStep;

  @TextList({ nullable: true, description: 'With the first factor: ten recovery codes, shown this once.' })
  recoveryCodes: string[] | null;
}

export class RecoveryCodes {
  @TextList({ description: 'Shown this once.' })
  codes: string[];
}

export class Passkey {
  @Uuid()
  id: string;

  @Text({ max: 60 })
  name: string;

  @Instant()
  addedAt: string;

  @Instant({ nullable: true })
  lastUsedAt: string | null;
}

export class SignInMethods {
  @Instant({ nullable: true, description: 'When the authenticator app was set up; null when there is none.' })
  appAddedAt: string | null;

  @ListOf(() => Passkey)
  passkeys: Passkey[];

  @WholeNumber()
  recoveryCodesLeft: number;

  @YesNo({ description: 'The role of this person asks for a passkey.' })
  needsPasskey: boolean;
}
