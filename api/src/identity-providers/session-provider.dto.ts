import { Text, Uuid } from '../common/fields.js';

export class SessionProvider {
  @Uuid({ nullable: true })
  identityProviderId: string | null;

  @Text({ max: 100, nullable: true })
  displayName: string | null;

  @Text({ max: 2000, nullable: true, description: 'Where one signs out of the provider too, if it has such a page.' })
  signOutAddress: string | null;
}

/** As the specification of back-channel logout names it. */
export class BackChannelLogout {
  @Text({ max: 8192, min: 1 })
  logout_token: string;
}
