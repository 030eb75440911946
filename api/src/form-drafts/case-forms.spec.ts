import {
  ALLOCATION_FORMS,
  formsSentBy,
  isAllocationForm,
  isReferralForm,
  REFERRAL_FORMS,
  thingOf,
} from './case-forms.js';

const caseId = '00000000-0000-4000-8000-000000000001';
const thingId = '00000000-0000-4000-8000-000000000002';

describe('the forms of a case', () => {
  it('are each of a case or of an allocation, never of both', () => {
    const all = [...REFERRAL_FORMS, ...ALLOCATION_FORMS];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((form) => isReferralForm(form) === isAllocationForm(form))).toEqual([]);
    expect(isReferralForm('toString')).toBe(false);
  });

  it('are sent by an event about the case, or about the one thing that its detail names', () => {
    expect(formsSentBy({ event: 'note.written', subjectId: caseId, detail: {} })).toEqual([
      { form: 'write_note', subjectId: caseId },
    ]);
    expect(formsSentBy({ event: 'note.corrected', subjectId: caseId, detail: { noteId: thingId } })).toEqual([
      { form: 'correct_note', subjectId: thingId },
    ]);
    expect(formsSentBy({ event: 'note.corrected', subjectId: caseId, detail: {} })).toEqual([]);
    expect(formsSentBy({ event: 'note.viewed', subjectId: caseId, detail: {} })).toEqual([]);
  });

  it('know which are about a thing of the case', () => {
    expect(thingOf('correct_note')).toBe('notes');
    expect(thingOf('write_note')).toBeNull();
  });
});
