import type { EhcDecision, ReviewNextStep } from '@panel/api-client';
import type { Option } from '@panel/ui';

export const nextSteps: readonly Option<ReviewNextStep>[] = [
  { value: 'continue', text: 'Continue the support' },
  { value: 'extend', text: 'Extend it' },
  { value: 'vary', text: 'Vary it' },
  { value: 'end', text: 'End it and close the case' },
];

export const ehcDecisions: readonly Option<EhcDecision>[] = [
  { value: 'assessment_agreed', text: 'An assessment was agreed' },
  { value: 'assessment_refused', text: 'An assessment was refused' },
  { value: 'plan_issued', text: 'A plan was issued' },
  { value: 'plan_refused', text: 'A plan was refused' },
];

export function wordsOf<Value extends string>(options: readonly Option<Value>[], value: string | null): string {
  return options.find((option) => option.value === value)?.text ?? 'Not recorded';
}
