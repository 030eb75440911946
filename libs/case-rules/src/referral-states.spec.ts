import {
  availableReferralVerbs,
  DECISION_OUTCOMES,
  decidableOutcomes,
  decisionAllocates,
  findDecisionProblems,
  isNextStepOverdue,
  mayDoReferralVerb,
  moveReferral,
  REFERRAL_STATUSES,
  referralNextStep,
  referralStatusAfterDecision,
  referralStatusDisplay,
  REOPEN_WITHIN_DAYS,
} from './index.js';

describe('the moves of a referral', () => {
  it('submits a draft without gaps', () => {
    expect(moveReferral('draft', 'submit', { gaps: [], hasOtherOpenReferral: false, isSignedOff: true })).toEqual({
      allowed: true,
      status: 'submitted',
    });
  });

  it('gives each gap as a reason not to submit, after a second open referral', () => {
    const gaps = [{ code: 'upn_missing', message: 'Enter the child’s UPN' }];
    const move = moveReferral('returned', 'submit', { gaps, hasOtherOpenReferral: true, isSignedOff: false });
    expect(move).toMatchObject({
      allowed: false,
      reasons: [{ code: 'other_referral_open' }, gaps[0], { code: 'sign_off_missing' }],
    });
  });

  it('says that the status forbids a verb before it looks at anything else', () => {
    expect(moveReferral('closed', 'return', { reason: '' })).toEqual({
      allowed: false,
      reasons: [{ code: 'referral_status_forbids', message: 'This cannot be done while the referral is closed' }],
    });
  });

  it('needs a reason to return and to withdraw, and a coded reason and an explanation to decline', () => {
    expect(moveReferral('submitted', 'return', { reason: ' ' })).toMatchObject({ allowed: false });
    expect(moveReferral('submitted', 'return', { reason: 'Add a cycle' })).toMatchObject({ status: 'returned' });
    expect(moveReferral('draft', 'withdraw', { reason: '' })).toMatchObject({ allowed: false });
    expect(moveReferral('submitted', 'decline', { reasonCode: 'because', explanation: '' })).toMatchObject({
      reasons: [{ code: 'decline_reason_missing' }, { code: 'decline_explanation_missing' }],
    });
    expect(
      moveReferral('submitted', 'decline', { reasonCode: 'threshold_not_met', explanation: 'See the toolkit' }),
    ).toMatchObject({ status: 'declined' });
  });

  it('takes no case to a panel without an assessment', () => {
    expect(moveReferral('accepted', 'assess', { problemCount: 1 })).toMatchObject({ allowed: false });
    expect(moveReferral('accepted', 'assess', { problemCount: 0 })).toMatchObject({ status: 'assessed' });
    expect(moveReferral('accepted', 'ready_for_panel', { hasAssessment: true })).toMatchObject({ allowed: false });
    expect(moveReferral('assessed', 'ready_for_panel', { hasAssessment: false })).toMatchObject({ allowed: false });
    expect(moveReferral('assessed', 'ready_for_panel', { hasAssessment: true })).toMatchObject({ allowed: true });
  });

  it('keeps the status when a later assessment is added', () => {
    expect(moveReferral('in_review', 'assess', { problemCount: 0 })).toEqual({ allowed: true, status: 'in_review' });
  });

  it.each([
    ['agree_as_requested', 'decided'],
    ['reserve_list', 'decided'],
    ['defer', 'accepted'],
    ['return_incomplete', 'returned'],
    ['decline', 'declined'],
    ['withdrawn', 'withdrawn'],
  ] as const)('a panel that decides %s leaves the referral %s', (outcome, status) => {
    const facts = { outcome, reason: 'As discussed', isUrgent: false };
    expect(moveReferral('ready_for_panel', 'decide', facts)).toEqual({ allowed: true, status });
  });

  it('lets the chair act before a panel only on an urgent case', () => {
    const facts = { outcome: 'urgent_chairs_action', reason: 'Risk of exclusion this week' } as const;
    expect(moveReferral('assessed', 'decide', { ...facts, isUrgent: true })).toMatchObject({ status: 'decided' });
    expect(moveReferral('assessed', 'decide', { ...facts, isUrgent: false })).toMatchObject({ allowed: false });
    expect(moveReferral('ready_for_panel', 'decide', { ...facts, isUrgent: false })).toMatchObject({ allowed: false });
  });

  it('decides continue, extend, vary and end only at a review', () => {
    expect(decidableOutcomes('in_review', false)).toEqual(['continue', 'extend', 'vary', 'end']);
    expect(decidableOutcomes('ready_for_panel', true)).not.toContain('extend');
    expect(decidableOutcomes('decided', false)).toEqual(['reconsidered']);
    expect(decidableOutcomes('draft', true)).toEqual([]);
    expect(referralStatusAfterDecision('vary')).toBe('in_delivery');
    expect(referralStatusAfterDecision('end')).toBe('in_review');
    expect(referralStatusAfterDecision('reconsidered')).toBe('ready_for_panel');
  });

  it('closes a reviewed case when nothing is left open', () => {
    expect(moveReferral('in_review', 'close', { openAllocations: 1, hasReview: false })).toMatchObject({
      reasons: [{ code: 'allocation_still_open' }, { code: 'review_missing' }],
    });
    expect(moveReferral('in_review', 'close', { openAllocations: 0, hasReview: true })).toMatchObject({
      status: 'closed',
    });
    expect(moveReferral('decided', 'close', { openAllocations: 0, hasReview: false })).toMatchObject({
      status: 'closed',
    });
  });

  it('starts delivery when a provider has accepted', () => {
    expect(moveReferral('decided', 'start_delivery', { hasAcceptedAllocation: false })).toMatchObject({
      allowed: false,
    });
    expect(moveReferral('decided', 'start_delivery', { hasAcceptedAllocation: true })).toMatchObject({
      status: 'in_delivery',
    });
  });
});

describe('amending and reopening', () => {
  const amendment = { reason: 'The date was wrong', gaps: [], differences: 1 };
  const reopening = { reason: 'The family is back', daysSinceEnd: 3, hasOtherOpenReferral: false, wasSubmitted: true };

  it('amends with a reason, a change and no gap, and leaves the status', () => {
    expect(moveReferral('assessed', 'amend', amendment)).toEqual({ allowed: true, status: 'assessed' });
    const gaps = [{ code: 'upn_missing', message: 'Enter the child’s UPN' }];
    expect(moveReferral('accepted', 'amend', { reason: ' ', gaps, differences: 0 })).toMatchObject({
      reasons: [{ code: 'amend_reason_missing' }, { code: 'amendment_changes_nothing' }, gaps[0]],
    });
  });

  it.each(['draft', 'returned', 'decided', 'in_delivery', 'closed', 'declined'] as const)(
    'amends nothing that is %s',
    (status) => {
      expect(moveReferral(status, 'amend', amendment)).toMatchObject({ allowed: false });
    },
  );

  it('reopens what was withdrawn for the school to submit again, and what was declined for the coordinator to look at', () => {
    expect(moveReferral('withdrawn', 'reopen', reopening)).toEqual({ allowed: true, status: 'returned' });
    expect(moveReferral('withdrawn', 'reopen', { ...reopening, wasSubmitted: false })).toMatchObject({
      status: 'draft',
    });
    expect(moveReferral('declined', 'reopen', reopening)).toEqual({ allowed: true, status: 'submitted' });
    expect(moveReferral('closed', 'reopen', reopening)).toMatchObject({ allowed: false });
  });

  it('reopens nothing too late, without a reason, or beside another open referral', () => {
    const late = { ...reopening, reason: '', daysSinceEnd: REOPEN_WITHIN_DAYS + 1, hasOtherOpenReferral: true };
    expect(moveReferral('withdrawn', 'reopen', late)).toMatchObject({
      reasons: [{ code: 'reopen_reason_missing' }, { code: 'reopen_too_late' }, { code: 'other_referral_open' }],
    });
    expect(moveReferral('withdrawn', 'reopen', { ...reopening, daysSinceEnd: REOPEN_WITHIN_DAYS })).toMatchObject({
      allowed: true,
    });
  });
});

describe('who may do what', () => {
  it('offers each role its verbs', () => {
    expect(availableReferralVerbs('draft', ['senco'])).toEqual(['submit', 'withdraw']);
    expect(availableReferralVerbs('submitted', ['coordinator'])).toEqual([
      'accept',
      'return',
      'decline',
      'withdraw',
      'amend',
    ]);
    expect(availableReferralVerbs('withdrawn', ['senco'])).toEqual(['reopen']);
    expect(availableReferralVerbs('declined', ['senco'])).toEqual([]);
    expect(availableReferralVerbs('declined', ['coordinator'])).toEqual(['reopen']);
    expect(availableReferralVerbs('submitted', ['senco', 'coordinator'])).toContain('accept');
    expect(availableReferralVerbs('submitted', ['board_member', 'panel_member'])).toEqual([]);
  });

  it('lets only who writes a referral submit it and only a coordinator decide', () => {
    expect(mayDoReferralVerb('submit', ['panel_member', 'provider'])).toBe(false);
    expect(mayDoReferralVerb('decide', ['coordinator'])).toBe(true);
    expect(mayDoReferralVerb('decide', ['panel_member', 'senco'])).toBe(false);
  });
});

describe('referralNextStep', () => {
  it('promises a look at a submitted referral within five working days', () => {
    expect(referralNextStep('submitted', { submittedOn: '2026-11-24' })).toEqual({
      text: 'The coordinator will look at this by 1 December 2026',
      dueOn: '2026-12-01',
    });
  });

  it('names the panel, the letter and the review by their dates', () => {
    expect(referralNextStep('ready_for_panel', { panelHeldOn: '2026-12-09' }).text).toMatch(/on 9 December 2026$/);
    expect(referralNextStep('ready_for_panel').dueOn).toBeNull();
    expect(referralNextStep('decided', { panelHeldOn: '2026-12-21' }).dueOn).toBe('2026-12-30');
    expect(referralNextStep('in_delivery', { deliveryStartedOn: '2026-09-07' }).dueOn).toBe('2026-11-30');
  });

  it('has words for every status and a label and colour', () => {
    for (const status of REFERRAL_STATUSES) {
      expect(referralNextStep(status).text).not.toBe('');
      expect(referralStatusDisplay(status).label).not.toBe('');
    }
  });

  it('is overdue the day after', () => {
    const step = referralNextStep('submitted', { submittedOn: '2026-11-24' });
    expect(isNextStepOverdue(step, '2026-12-01')).toBe(false);
    expect(isNextStepOverdue(step, '2026-12-02')).toBe(true);
    expect(isNextStepOverdue({ text: '', dueOn: null }, '2026-12-02')).toBe(false);
  });
});

describe('decisions', () => {
  const decision = { reason: 'Fits', declineReason: null, contractId: null, units: null };

  it('allocates on agreement, the chair’s action and an extension', () => {
    expect(DECISION_OUTCOMES.filter(decisionAllocates)).toEqual([
      'agree_as_requested',
      'agree_something_different',
      'agree_in_part',
      'agree_with_conditions',
      'urgent_chairs_action',
      'extend',
    ]);
  });

  it('asks for what an outcome needs', () => {
    expect(findDecisionProblems({ ...decision, outcome: 'advice_only' })).toEqual([]);
    expect(findDecisionProblems({ ...decision, outcome: 'advice_only', reason: '' })).toMatchObject([
      { pointer: '/reason' },
    ]);
    expect(findDecisionProblems({ ...decision, outcome: 'decline' })).toMatchObject([{ pointer: '/declineReason' }]);
    expect(findDecisionProblems({ ...decision, outcome: 'agree_as_requested' })).toMatchObject([
      { pointer: '/contractId' },
      { pointer: '/units' },
    ]);
    expect(findDecisionProblems({ ...decision, outcome: 'agree_in_part', contractId: 'c', units: 0 })).toMatchObject([
      { code: 'units_not_positive' },
    ]);
    expect(findDecisionProblems({ ...decision, outcome: 'defer', contractId: 'c', units: 1 })).toMatchObject([
      { code: 'decision_allocates_nothing' },
    ]);
  });
});
