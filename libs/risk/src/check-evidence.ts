import { type AssessmentDraft, type AssessmentProblem, UNUSUAL_RATIONALE_MIN } from './check-assessment.js';
import { criteriaOfVersion, currentCriteria, isEvidenceStrength } from './evidence-criteria.js';

/** The evidence of an assessment as entered; '' where nothing was chosen. In the order of the criteria. */
export interface EvidenceDraft {
  readonly criteriaVersion: string;
  readonly evidence: readonly { readonly criterion: string; readonly strength: string }[];
}

/**
 * What is wrong with the evidence of an assessment that is made now: it must use the list in force and answer each of its
 * criteria once, in their order. Pointers lead to `/evidence/<index>/strength`.
 */
export function checkEvidence({ criteriaVersion, evidence }: EvidenceDraft): readonly AssessmentProblem[] {
  const { version, criteria } = currentCriteria();
  if (criteriaVersion !== version) {
    const message = criteriaOfVersion(criteriaVersion)
      ? 'The criteria have changed since this was begun. Look at the evidence again'
      : 'Choose evidence by the published criteria';
    return [{ pointer: '/criteriaVersion', code: 'criteria_version_not_current', message }];
  }
  if (evidence.length > criteria.length) {
    return [{ pointer: '/evidence', code: 'evidence_surplus', message: 'Answer each criterion once' }];
  }
  return criteria.flatMap(({ code, title }, index) => {
    const item = evidence[index];
    if (item && item.criterion !== code) {
      const message = `Answer the criterion “${title}” here`;
      return [{ pointer: `/evidence/${index}/criterion`, code: 'evidence_out_of_order', message }];
    }
    if (item && isEvidenceStrength(item.strength)) return [];
    const message = `Select how strong the evidence is: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    return [{ pointer: `/evidence/${index}/strength`, code: 'evidence_missing', message }];
  });
}

/** A high risk without any strong evidence is possible, but takes more words: at most one problem, at the rationale. */
export function checkJudgementFitsEvidence(
  { riskLevel, rationale }: Pick<AssessmentDraft, 'riskLevel' | 'rationale'>,
  { evidence }: Pick<EvidenceDraft, 'evidence'>,
): readonly AssessmentProblem[] {
  const isSupported = evidence.some(({ strength }) => strength === 'strong');
  if (riskLevel !== 'high' || isSupported || rationale.trim().length >= UNUSUAL_RATIONALE_MIN) return [];
  const message = `Explain in ${UNUSUAL_RATIONALE_MIN} characters or more why the risk is high although no evidence is strong`;
  return [{ pointer: '/rationale', code: 'rationale_for_weak_evidence_too_short', message }];
}
