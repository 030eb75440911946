import type { ReferralAnswers, ReferralStatus } from '@panel/case-rules';
import { CASE_DEADLINE_DEFAULTS, caseDueOn, REFERRAL_SECTIONS } from '@panel/case-rules';
import { annualValue, type RateCard } from '@panel/cost-avoidance';
import { addDays, addWorkingDays } from '@panel/reference';

import type { AuditEventName } from '../audit/audit-event-names.js';
import type { NewAuditEvent } from '../audit/audit-events.repository.js';
import { demoAnswers } from './demo-answers.js';
import { type CohortCase, ncYearOf } from './demo-cohort-2021.js';
import type { CurrentCase } from './demo-current-year.js';
import { demoId } from './demo-ids.js';

/* Rows as the tables hold them. Pure: the same arguments give the same rows. */

export interface DemoContext {
  readonly authorityId: number;
  readonly schoolIds: readonly string[];
  readonly userIds: Readonly<Record<string, string>>;
}

type Row = Record<string, unknown>;

const noon = (day: string): string => `${day}T11:00:00Z`;

export function childRow(context: DemoContext, caseId: string, { child }: CohortCase | CurrentCase): Row {
  return {
    id: demoId(`child ${caseId}`),
    authority_id: context.authorityId,
    upn: child.upn,
    legal_forename: child.forename,
    legal_surname: child.surname,
    preferred_name: '',
    born_on: child.bornOn,
    sex: child.sex,
  };
}

export function referralRow(
  context: DemoContext,
  caseId: string,
  demoCase: CohortCase | CurrentCase,
  state: {
    readonly reference: string;
    readonly status: ReferralStatus;
    readonly startedOn: string;
    readonly changedOn: string;
  },
): Row {
  const { child, submittedOn, school, need } = demoCase;
  return {
    id: demoId(`referral ${caseId}`),
    authority_id: context.authorityId,
    school_id: context.schoolIds[school],
    child_id: submittedOn === null ? null : demoId(`child ${caseId}`),
    reference: state.reference,
    status: state.status,
    version: 1,
    pupil_name: `${child.forename} ${child.surname}`,
    nc_year: submittedOn === null ? null : ncYearOf(child, submittedOn),
    primary_need: submittedOn === null ? null : need,
    is_urgent: false,
    created_by: context.userIds[school === 17 ? 'senco-secondary' : 'senco'],
    created_at: noon(state.startedOn),
    submitted_on: submittedOn,
    listed_on: submittedOn ?? state.startedOn,
    status_changed_on: state.changedOn,
    due_on: caseDueOn(state.status, state.changedOn, CASE_DEADLINE_DEFAULTS),
    times_returned: state.status === 'returned' ? 1 : 0,
    return_reason:
      state.status === 'returned'
        ? 'Please add what changed after the second cycle, and the date of the parents’ agreement.'
        : null,
    decline_reason: state.status === 'declined' ? 'graduated_response_not_shown' : null,
    decline_explanation:
      state.status === 'declined'
        ? 'The second cycle ended before it could show a result. Please run it for six weeks and refer again.'
        : null,
    withdraw_reason: state.status === 'withdrawn' ? 'The family has moved to another authority.' : null,
  };
}

/** A draft holds what was typed so far: the child and half of the needs. */
export function sectionRows(
  context: DemoContext,
  caseId: string,
  demoCase: CohortCase | CurrentCase,
  savedOn: string,
): Row[] {
  const answers: ReferralAnswers = demoAnswers(demoCase.child, demoCase.need, demoCase.submittedOn ?? savedOn);
  const begun = demoCase.submittedOn === null ? (['pupil', 'needs'] as const) : REFERRAL_SECTIONS;
  return begun.map((section) => ({
    referral_id: demoId(`referral ${caseId}`),
    section,
    authority_id: context.authorityId,
    answers: answers[section],
    version: 1,
    saved_at: noon(savedOn),
    saved_by: context.userIds[demoCase.school === 17 ? 'senco-secondary' : 'senco'],
  }));
}

export interface Judgement {
  readonly riskLevel: string;
  readonly probabilityPercent: number;
  readonly weeklyHoursHundredths: number;
}

export function assessmentRow(
  context: DemoContext,
  caseId: string,
  judgement: Judgement,
  assessedOn: string,
  rateCard: RateCard & { readonly id: string },
): Row {
  return {
    id: demoId(`assessment ${caseId}`),
    authority_id: context.authorityId,
    referral_id: demoId(`referral ${caseId}`),
    number: 1,
    risk_level: judgement.riskLevel,
    probability_percent: judgement.probabilityPercent,
    is_plan_likely: judgement.weeklyHoursHundredths > 0,
    weekly_hours_hundredths: judgement.weeklyHoursHundredths,
    confidence: 'medium',
    rationale:
      'Needs have grown over two terms in spite of two cycles of support; the pattern is that of children who went on to a plan.',
    rate_card_id: rateCard.id,
    annual_value_pence: annualValue(rateCard, judgement.weeklyHoursHundredths).netPence,
    assessed_on: assessedOn,
    assessed_by: context.userIds['coordinator'],
  };
}

export function reviewRow(context: DemoContext, { number, review }: CohortCase): Row[] {
  if (!review) return [];
  return [
    {
      id: demoId(`review 2021-${number}`),
      authority_id: context.authorityId,
      referral_id: demoId(`referral 2021-${number}`),
      reviewed_on: review.on,
      outcome_category: review.category,
      goal_score_before: 3,
      goal_score_now:
        review.category === 'high_or_very_positive_impact' ? 8 : review.category === 'continuing_to_improve' ? 6 : 4,
      next_step: 'end',
      note: '',
      recorded_by: context.userIds['coordinator'],
      recorded_at: noon(review.on),
    },
  ];
}

export function eventRow(
  context: DemoContext,
  caseId: string,
  event: AuditEventName,
  day: string,
  person: string,
  name: string,
  role: string,
): NewAuditEvent {
  return {
    authorityId: context.authorityId,
    at: noon(day),
    actorUserId: context.userIds[person] ?? null,
    actorName: name,
    actorRoles: [role],
    event,
    subjectType: 'referral',
    subjectId: demoId(`referral ${caseId}`),
    subjectReferralId: null,
    subjectChildId: null,
    reason: null,
    address: null,
    sessionId: null,
    requestId: null,
    emergencyAccessId: null,
    detail: {},
  };
}

export function panelRow(context: DemoContext, key: string, heldOn: string, status: string): Row {
  return {
    id: demoId(`panel ${key}`),
    authority_id: context.authorityId,
    held_on: heldOn,
    venue: 'Committee room 2, County Hall',
    status,
    version: 1,
    created_by: context.userIds['coordinator'],
    created_at: noon(addDays(heldOn, -30)),
  };
}

export function decisionRow(context: DemoContext, caseId: string, decidedOn: string): Row {
  return {
    id: demoId(`decision ${caseId}`),
    authority_id: context.authorityId,
    agenda_item_id: demoId(`item ${caseId}`),
    referral_id: demoId(`referral ${caseId}`),
    outcome: 'agree_as_requested',
    reason: 'The graduated response is clear, the risk is high and the support fits the need.',
    paper_hash: demoId(`paper ${caseId}`).replaceAll('-', ''),
    decided_on: decidedOn,
    decided_at: noon(decidedOn),
    recorded_by: context.userIds['coordinator'],
  };
}

export function allocationRows(
  context: DemoContext,
  caseId: string,
  contract: { readonly id: string; readonly providerId: string; readonly unitPricePence: number },
  plan: { readonly units: number; readonly status: string; readonly on: string },
): { allocation: Row; entry: Row } {
  const amount = plan.units * contract.unitPricePence;
  const shared = {
    authority_id: context.authorityId,
    contract_id: contract.id,
    units: plan.units,
    amount_pence: amount,
  };
  return {
    allocation: {
      ...shared,
      id: demoId(`allocation ${caseId}`),
      referral_id: demoId(`referral ${caseId}`),
      decision_id: demoId(`decision ${caseId}`),
      provider_id: contract.providerId,
      unit_price_pence: contract.unitPricePence,
      status: plan.status,
      version: 1,
      allocated_on: plan.on,
    },
    entry: {
      ...shared,
      id: demoId(`entry ${caseId}`),
      allocation_id: demoId(`allocation ${caseId}`),
      kind: 'committed',
      entered_at: noon(plan.on),
    },
  };
}

export function deliverySessionRows(
  context: DemoContext,
  caseId: string,
  startOn: string,
  count: number,
  person: string,
): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: demoId(`session ${caseId} ${index}`),
    authority_id: context.authorityId,
    allocation_id: demoId(`allocation ${caseId}`),
    held_on: addWorkingDays(startOn, index * 5),
    minutes: 45,
    attendance: index === 2 ? 'child_absent' : 'attended',
    note: '',
    recorded_by: context.userIds[person],
    recorded_at: noon(addWorkingDays(startOn, index * 5)),
  }));
}
