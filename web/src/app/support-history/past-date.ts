import { dateMistake, type Mistake, mistake, typedDate } from '../home/page/form-mistakes.js';
import { todayInUk } from '../home/page/today.js';

/** What is wrong with a typed date that must be there and not lie in the future. */
export function pastDateMistake(text: string, what: string): Mistake | undefined {
  const wrong = dateMistake(text, what);
  if (wrong) return wrong;
  return typedDate(text) > todayInUk() ? mistake('The date must be today or in the past') : undefined;
}
