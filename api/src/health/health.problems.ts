import { Problem } from '../common/problem.js';

export const notReady = (detail: string): Problem =>
  new Problem(503, 'not_ready', 'This process takes no requests now', detail);
