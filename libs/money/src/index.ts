export { assertPence, isPence, sumPence, type Pence } from './pence.js';
export { divideHalfUp } from './divide.js';
export { split } from './split.js';
export { formatPounds, parsePounds, type PoundsFormat } from './pounds-text.js';
