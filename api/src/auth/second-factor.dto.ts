import { OneOf } from '../common/fields.js';

/** With what a person confirms that it is them. */
export const confirmations = ['demo'] as const;

export class ConfirmIdentity {
  @OneOf(confirmations, { name: 'Confirmation' })
  method: (typeof confirmations)[number];
}
