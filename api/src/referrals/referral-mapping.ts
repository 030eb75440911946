import {
  answeredPaths,
  answersForCaseworkersOnly,
  availableReferralVerbs,
  findReferralGaps,
  readReferralAnswers,
  type ReferralAnswers,
  type ReferralGap,
  referralNextStep,
  type ReferralSection,
  type Role,
  SIGN_OFF_WHY,
  signOffRefusal,
  withoutAnswersForCaseworkers,
} from '@panel/case-rules';

import { dateInEngland } from '../common/clock.js';
import type { SchoolEntity } from '../schools/school.entity.js';
import type { OpenAmendment, Referral } from './referral.dto.js';
import type { ReferralEntity } from './referral.entity.js';
import type { CopiedFrom, ReferralGapAnswer, ReferralSections } from './referral-sections.dto.js';
import type { StoredSection } from './referrals.repository.js';
import type { ReferralReceipt } from './receipts/referral-receipt.dto.js';
import type { SignOffSummary } from './sign-offs/sign-off.dto.js';

/** Every section's answers, those not yet begun as empty ones, older ones with the questions that have come since. */
export function answersOf(sections: readonly Pick<StoredSection, 'section' | 'answers'>[]): ReferralAnswers {
  return readReferralAnswers(Object.fromEntries(sections.map(({ section, answers }) => [section, answers])));
}

export function gapsOf(answers: ReferralAnswers, today: string): ReferralGap[] {
  return [...findReferralGaps(answers, today)];
}

/** The name by which lists show the child. */
export function pupilNameOf({ pupil: { preferredName, legalForename, legalSurname } }: ReferralAnswers): string {
  return `${preferredName.trim() || legalForename.trim()} ${legalSurname.trim()}`.trim();
}

export function toReferral(
  referral: ReferralEntity,
  school: Pick<SchoolEntity, 'id' | 'name'>,
  stored: readonly StoredSection[],
  reader: {
    readonly roles: readonly Role[];
    readonly today: string;
    /** Whether they may change the answers now. */
    readonly isEditable: boolean;
    /** Whether they work on the case, and so see all of its answers. */
    readonly seesAllAnswers: boolean;
    readonly amendment: OpenAmendment | null;
    readonly signOff: SignOffSummary;
    readonly receipt: ReferralReceipt | null;
  },
): Referral {
  const answers = answersOf(stored);
  const { isEditable } = reader;
  return {
    id: referral.id,
    reference: referral.reference,
    status: referral.status,
    version: referral.version,
    school: { id: school.id, name: school.name },
    childId: reader.seesAllAnswers ? referral.childId : null,
    pupilName: referral.pupilName,
    ncYear: referral.ncYear,
    primaryNeed: referral.primaryNeed,
    isUrgent: referral.isUrgent,
    createdOn: dateInEngland(referral.createdAt),
    submittedOn: referral.submittedOn,
    nextStep: referralNextStep(referral.status, {
      submittedOn: referral.submittedOn,
      dueOn: referral.dueOn,
      deliveryStartedOn: referral.statusChangedOn,
    }),
    // Who cannot write it cannot submit it either.
    availableVerbs: availableReferralVerbs(referral.status, reader.roles).filter(
      (verb) => verb !== 'submit' || isEditable,
    ),
    isEditable,
    amendment: reader.amendment,
    signOff: reader.signOff,
    receipt: reader.receipt,
    isPanelConsentWithdrawn: referral.panelConsent === false,
    isProviderConsentWithdrawn: referral.providerConsent === false,
    sections: toSections(answers, stored, { ...reader, isEditable }),
    hiddenAnswers: reader.seesAllAnswers ? [] : [...answersForCaseworkersOnly()],
    gaps: isEditable ? withSignOff(gapsOf(answers, reader.today), reader) : [],
    returnReason: referral.returnReason,
    declineReason: referral.declineReason,
    declineExplanation: referral.declineExplanation,
    withdrawReason: referral.withdrawReason,
    reopenReason: referral.reopenReason,
  };
}

/** What is asked for last: the head teacher reads what is complete. An amendment stands on the sign-off of the version before. */
function withSignOff(
  gaps: readonly ReferralGap[],
  { signOff, amendment }: { readonly signOff: SignOffSummary; readonly amendment: OpenAmendment | null },
): ReferralGapAnswer[] {
  const refusal = signOffRefusal(signOff.state);
  if (gaps.length > 0 || amendment || !refusal) return [...gaps];
  return [{ section: 'signOff', pointer: '/signOff', ...refusal, why: SIGN_OFF_WHY }];
}

/** As this person may see them: panel members read neither how to reach the family nor what is for monitoring only. */
export function toSections(
  answers: ReferralAnswers,
  stored: readonly StoredSection[],
  { seesAllAnswers, isEditable }: { readonly seesAllAnswers: boolean; readonly isEditable: boolean },
): ReferralSections {
  const saved = <Section extends ReferralSection>(name: Section) => {
    const section = stored.find((candidate) => candidate.section === name);
    return {
      version: section?.version ?? 0,
      savedAt: section?.savedAt.toISOString() ?? null,
      savedByName: section?.savedByName ?? null,
      changes: isEditable ? [...(section?.changes ?? [])] : [],
      copiedFrom: isEditable && section ? copiedFrom(section, answers[name]) : null,
      answers: seesAllAnswers ? answers[name] : withoutAnswersForCaseworkers(name, answers[name]),
    };
  };
  return {
    pupil: saved('pupil'),
    family: saved('family'),
    consent: saved('consent'),
    needs: saved('needs'),
    flags: saved('flags'),
    attendance: saved('attendance'),
    graduatedResponse: saved('graduatedResponse'),
    measures: saved('measures'),
    voice: saved('voice'),
    request: saved('request'),
  };
}

/** What nobody has touched since it was copied still has to be looked at. */
function copiedFrom(
  { section, changes, copiedReference, copiedSentOn }: StoredSection,
  answers: object,
): CopiedFrom | null {
  if (!copiedReference || !copiedSentOn) return null;
  const isTouched = (path: string): boolean =>
    changes.some((change) => path === change.path || path.startsWith(`${change.path}/`));
  const standing = answeredPaths(section, answers).filter((path) => !isTouched(path));
  return standing.length > 0 ? { reference: copiedReference, sentOn: copiedSentOn, answers: standing } : null;
}
