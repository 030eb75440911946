import { DUPLICATE_GROUNDS } from '@panel/case-rules';

import { Instant, ListOf, Nested, Text, Texts, Uuid } from '../common/fields.js';
import { ChildListItem } from './child-record.dto.js';

/** A record that looks like this child, and of which somebody has said that it is another one. */
export class ToldApart {
  @Uuid()
  id: string;

  @Nested(() => ChildListItem)
  other: ChildListItem;

  @Texts({ max: 60, entries: DUPLICATE_GROUNDS.length, description: 'What was looked at then.' })
  grounds: string[];

  @Text({ max: 1000 })
  reason: string;

  @Text({ max: 200 })
  toldByName: string;

  @Instant()
  toldAt: string;
}

export class ToldApartList {
  @ListOf(() => ToldApart, { description: 'The newest first.' })
  items: ToldApart[];
}

export class TellApart {
  @Uuid({ description: 'The record that is suggested as a duplicate.' })
  otherId: string;

  @Text({ max: 1000, min: 1, description: 'How it is known that they are two children.' })
  reason: string;
}
