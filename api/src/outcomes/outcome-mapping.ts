import type { EhcFactsEntity } from './ehc-facts.entity.js';
import type { EhcFacts, Review } from './outcome.dto.js';
import type { ReviewRow } from './outcomes.repository.js';

export function toReview(row: ReviewRow): Review {
  return {
    id: row.id,
    reviewedOn: row.reviewedOn,
    outcomeCategory: row.outcomeCategory,
    goalScoreBefore: row.goalScoreBefore,
    goalScoreNow: row.goalScoreNow,
    nextStep: row.nextStep,
    note: row.note,
    recordedByName: row.recordedByName,
  };
}

export function toEhcFacts(
  entity: Pick<
    EhcFactsEntity,
    'version' | 'requestedOn' | 'decidedOn' | 'decision' | 'planIssuedOn' | 'weeklyHoursHundredths'
  > | null,
): EhcFacts {
  return {
    version: entity?.version ?? 0,
    requestedOn: entity?.requestedOn ?? null,
    decidedOn: entity?.decidedOn ?? null,
    decision: entity?.decision ?? null,
    planIssuedOn: entity?.planIssuedOn ?? null,
    weeklyHours: entity?.weeklyHoursHundredths == null ? null : entity.weeklyHoursHundredths / 100,
  };
}
