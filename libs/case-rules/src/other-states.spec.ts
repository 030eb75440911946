import {
  availableAllocationVerbs,
  availableAnalysisVerbs,
  availablePanelVerbs,
  availableReportVerbs,
  canEditAgenda,
  canRecordDecisions,
  firstReviewOn,
  isAllocationOpen,
  isAnalysisFinished,
  isOutcomeCategory,
  isRole,
  mayDoAllocationVerb,
  mayDoAnalysisVerb,
  mayDoPanelVerb,
  mayDoReportVerb,
  moveAllocation,
  moveAnalysis,
  movePanel,
  moveReport,
  papersCloseOn,
  papersPublishedOn,
  roleLabel,
  ROLES,
  schoolInformedBy,
  unitsTaken,
} from './index.js';

describe('panels', () => {
  it('publish no empty agenda and close with no case undecided', () => {
    expect(movePanel('planned', 'publish_papers', { agendaItems: 0 })).toMatchObject({ allowed: false });
    expect(movePanel('planned', 'publish_papers', { agendaItems: 1 })).toMatchObject({ status: 'papers_published' });
    expect(movePanel('planned', 'start', {})).toMatchObject({ reasons: [{ code: 'panel_status_forbids' }] });
    expect(movePanel('in_session', 'close', { undecidedItems: 1 })).toMatchObject({ allowed: false });
    expect(movePanel('in_session', 'close', { undecidedItems: 0 })).toMatchObject({ status: 'closed' });
  });

  it('are run by coordinators, with a frozen agenda once papers are out', () => {
    expect(availablePanelVerbs('papers_published', ['coordinator'])).toEqual(['start']);
    expect(mayDoPanelVerb('start', ['panel_member'])).toBe(false);
    expect(canEditAgenda('planned')).toBe(true);
    expect(canEditAgenda('papers_published')).toBe(false);
    expect(canRecordDecisions('in_session')).toBe(true);
    expect(canRecordDecisions('closed')).toBe(false);
  });

  it('have dates around them in working days', () => {
    expect(papersCloseOn('2026-12-09')).toBe('2026-11-25');
    expect(papersPublishedOn('2026-12-09')).toBe('2026-12-02');
    expect(schoolInformedBy('2026-12-21')).toBe('2026-12-30');
    expect(firstReviewOn('2026-12-09')).toBe('2027-03-03');
  });
});

describe('allocations', () => {
  it('become active with the first session', () => {
    expect(moveAllocation('accepted', 'record_session', { heldOn: '2026-11-24', today: '2026-11-24' })).toMatchObject({
      status: 'active',
    });
    expect(moveAllocation('active', 'record_session', { heldOn: '2026-11-25', today: '2026-11-24' })).toMatchObject({
      reasons: [{ code: 'session_in_future' }],
    });
    expect(moveAllocation('approved', 'record_session', { heldOn: '2026-11-24', today: '2026-11-24' })).toMatchObject({
      reasons: [{ code: 'allocation_status_forbids' }],
    });
  });

  it('need a reason to be declined and a session to be completed', () => {
    expect(moveAllocation('approved', 'decline', { reason: '' })).toMatchObject({ allowed: false });
    expect(moveAllocation('active', 'complete', { attendedSessions: 0 })).toMatchObject({ allowed: false });
    expect(moveAllocation('active', 'complete', { attendedSessions: 1 })).toMatchObject({ status: 'completed' });
    expect(moveAllocation('accepted', 'end_early', { reason: 'Moved away' })).toMatchObject({ status: 'ended_early' });
    expect(moveAllocation('active', 'withdraw', { reason: 'x' })).toMatchObject({ allowed: false });
  });

  it('are accepted by providers, not by coordinators', () => {
    expect(availableAllocationVerbs('approved', ['provider'])).toEqual(['accept', 'decline']);
    expect(mayDoAllocationVerb('accept', ['coordinator'])).toBe(false);
    expect(isAllocationOpen('active')).toBe(true);
    expect(isAllocationOpen('declined_by_provider')).toBe(false);
  });

  it('give back the units that nobody will use', () => {
    expect(unitsTaken('proposed', 6, 0)).toBe(6);
    expect(unitsTaken('completed', 6, 5)).toBe(6);
    expect(unitsTaken('ended_early', 6, 2)).toBe(2);
    expect(unitsTaken('withdrawn', 6, 0)).toBe(0);
    expect(unitsTaken('declined_by_provider', 6, 0)).toBe(0);
  });
});

describe('analysis runs', () => {
  it('can be taken over while they run and succeed only when the lines add up', () => {
    expect(moveAnalysis('running', 'start', {})).toMatchObject({ status: 'running' });
    expect(moveAnalysis('running', 'succeed', { linesTotalPence: 1, resultTotalPence: 2 })).toMatchObject({
      reasons: [{ code: 'lines_do_not_add_up' }],
    });
    expect(moveAnalysis('running', 'succeed', { linesTotalPence: 2, resultTotalPence: 2 })).toMatchObject({
      status: 'succeeded',
    });
    expect(moveAnalysis('cancelled', 'succeed', { linesTotalPence: 2, resultTotalPence: 2 })).toMatchObject({
      allowed: false,
    });
    expect(moveAnalysis('queued', 'fail', { message: '' })).toMatchObject({ allowed: false });
  });

  it('are cancelled by people and moved on by the worker', () => {
    expect(availableAnalysisVerbs('running', [...ROLES])).toEqual(['cancel']);
    expect(mayDoAnalysisVerb('succeed', [...ROLES])).toBe(false);
    expect(isAnalysisFinished('failed')).toBe(true);
    expect(isAnalysisFinished('running')).toBe(false);
  });
});

describe('reports', () => {
  it('are approved by another person than the drafter', () => {
    expect(moveReport('draft', 'approve', { draftedByUserId: 'a', approverUserId: 'a' })).toMatchObject({
      reasons: [{ code: 'approver_is_drafter' }],
    });
    expect(moveReport('draft', 'approve', { draftedByUserId: 'a', approverUserId: 'b' })).toMatchObject({
      status: 'approved',
    });
  });

  it('are published once approved and with small numbers hidden, and never go back', () => {
    expect(moveReport('draft', 'publish', { isDisclosureControlled: true })).toMatchObject({ allowed: false });
    expect(moveReport('approved', 'publish', { isDisclosureControlled: false })).toMatchObject({ allowed: false });
    expect(moveReport('approved', 'publish', { isDisclosureControlled: true })).toMatchObject({ status: 'published' });
    expect(moveReport('published', 'supersede', { isReplacementPublished: false })).toMatchObject({ allowed: false });
    expect(availableReportVerbs('published', [...ROLES])).toEqual(['supersede']);
    expect(mayDoReportVerb('publish', ['board_member'])).toBe(false);
  });
});

describe('words', () => {
  it('tell roles and categories from other text', () => {
    expect(roleLabel('senco')).toBe('SENCo');
    expect(isRole('teacher')).toBe(false);
    expect(isOutcomeCategory('continuing_to_improve')).toBe(true);
    expect(isOutcomeCategory('saved')).toBe(false);
  });
});
