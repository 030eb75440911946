import { Instant, ListOf, Text, Uuid, YesNo } from '../common/fields.js';

export class OwnSession {
  @Uuid()
  id: string;

  @Text({ max: 100, description: 'In words: Chrome on Windows.' })
  deviceName: string;

  @Instant()
  startedAt: string;

  @Instant()
  lastSeenAt: string;

  @YesNo({ description: 'The one that asks.' })
  isThis: boolean;
}

export class OwnSessions {
  @ListOf(() => OwnSession)
  items: OwnSession[];
}

export class SignOutEverywhere {
  @YesNo({ description: 'True: everywhere else; this session goes on.' })
  isThisKept: boolean;
}
