import { ListOf, Nested, Text, Uuid, WholeNumber, YesNo } from '../common/fields.js';
import { QueueFilter } from './queue.dto.js';

export class SaveView {
  @Text({ max: 80, min: 1 })
  name: string;

  @Nested(() => QueueFilter)
  conditions: QueueFilter;

  @YesNo({ description: 'True: the queue opens with it. At most one is.' })
  isDefault: boolean;
}

export class SavedView extends SaveView {
  @Uuid()
  id: string;

  @WholeNumber()
  version: number;
}

export class SavedViews {
  @ListOf(() => SavedView)
  items: SavedView[];
}
