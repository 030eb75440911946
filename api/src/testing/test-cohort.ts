import type { TestRows } from './test-rows.js';

/** `count` reviewed children in authority 1, written in bulk: odd ones at high risk with 32.5 hours and a high impact. */
export async function insertCohort(rows: TestRows, count: number, reviewedOn: string): Promise<void> {
  const schoolId = await rows.aSchool();
  const userId = await rows.aMember();
  const rateCardId = await rows.aRateCard();
  await rows.query(
    `with numbered as (select n, uuidv7() as child_id, uuidv7() as referral_id from generate_series(1, $1::int) n),
     made_children as (
       insert into children (id, authority_id, upn, legal_forename, legal_surname, born_on, sex)
       select child_id, 1, 'COHORT' || lpad(n::text, 7, '0'), 'Robin', 'Test', '2012-03-05', 'M' from numbered),
     made_referrals as (
       insert into referrals (id, authority_id, school_id, child_id, reference, status, primary_need, created_by, created_at, submitted_on, listed_on, status_changed_on)
       select referral_id, 1, $2::uuid, child_id, 'COHORT-' || lpad(n::text, 7, '0'), 'closed', 'SEMH', $3::uuid, now(), $4::date - 90, $4::date - 90, $4::date from numbered),
     made_assessments as (
       insert into assessments (authority_id, referral_id, number, risk_level, probability_percent, is_plan_likely, weekly_hours_hundredths, confidence, rationale,
         rate_card_id, annual_value_pence, assessed_on, assessed_by)
       select 1, referral_id, 1, case when n % 2 = 1 then 'high' else 'low' end, 75, true, 3250, 'medium', 'Test', $5::uuid, 0, $4::date - 80, $3::uuid from numbered)
     insert into reviews (authority_id, referral_id, reviewed_on, outcome_category, next_step, note, recorded_by, recorded_at)
     select 1, referral_id, $4::date, 'high_or_very_positive_impact', 'end', '', $3::uuid, now() from numbered`,
    [count, schoolId, userId, reviewedOn, rateCardId],
  );
}
