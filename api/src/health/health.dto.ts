import { OneOf } from '../common/fields.js';

export class Health {
  @OneOf(['live', 'ready'], { name: 'HealthStatus' })
  status: 'live' | 'ready';
}
