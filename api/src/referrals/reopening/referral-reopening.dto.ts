import { Text } from '../../common/fields.js';

export class ReopenReferral {
  @Text({ max: 5000, min: 1 })
  reason: string;
}
