import type { Assessment, AssessmentAnswers } from '@panel/api-client';
import { formatPounds } from '@panel/money';
import { type AssessmentFact, draftFacts, evidenceFacts, judgementFacts } from './assessment-words.js';

/** One question with the earlier and the later answer, side by side. */
export interface ComparedAnswer {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly hasChanged: boolean;
}

interface Answers {
  readonly judged: readonly AssessmentFact[];
  readonly evidence: readonly AssessmentFact[];
  readonly valuePence: number | null;
}

/** A later assessment beside an earlier one. */
export function compareAssessments(earlier: Assessment, later: Assessment): readonly ComparedAnswer[] {
  return compared(answersOf(earlier), answersOf(later));
}

/** A draft beside the assessment before it. `valuePence`: what its hours come to, null where that is not known. */
export function compareWithDraft(
  earlier: Assessment,
  draft: AssessmentAnswers,
  valuePence: number | null,
): readonly ComparedAnswer[] {
  return compared(answersOf(earlier), { judged: draftFacts(draft), evidence: evidenceFacts(draft), valuePence });
}

function answersOf(assessment: Assessment): Answers {
  return {
    judged: judgementFacts(assessment),
    evidence: evidenceFacts(assessment),
    valuePence: assessment.annualValuePence,
  };
}

/** Every question of either, those of the later one first: a criterion that was not asked then says so. */
function compared(earlier: Answers, later: Answers): readonly ComparedAnswer[] {
  const value = ({ valuePence }: Answers): AssessmentFact => ({
    key: 'Annual value',
    value: valuePence === null ? '' : formatPounds(valuePence),
  });
  const before = [...earlier.judged, value(earlier), ...earlier.evidence];
  const after = [...later.judged, value(later), ...later.evidence];
  const keys = [...new Set([...after, ...before].map(({ key }) => key))];
  return keys.map((key) => {
    const [old, now] = [textOf(before, key), textOf(after, key)];
    return { key, before: old, after: now, hasChanged: old !== now };
  });
}

function textOf(facts: readonly AssessmentFact[], key: string): string {
  const fact = facts.find((each) => each.key === key);
  return fact === undefined ? 'Not asked' : fact.value || 'Not answered';
}
