import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { Note, Role } from '@panel/api-client';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { submit } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { CorrectNotePage } from './correct-note-page.js';
import { NotesPage } from './notes-page.js';
import { writtenText } from './note-words.js';
import { WriteAllocationNotePage } from './write-allocation-note-page.js';
import { WriteNotePage } from './write-note-page.js';

const note: Note = {
  id: 'n1',
  referralId: 'r1',
  version: 1,
  visibility: 'council',
  text: 'Rang the family',
  writtenByName: 'Priya Nair',
  providerName: null,
  writtenAt: '2026-11-24T10:00:00Z',
  correctedAt: null,
  canCorrect: true,
  earlier: [],
};

const someone = (role: Role, ...permissions: readonly string[]) => ({
  provide: CurrentSession,
  useValue: {
    may: (permission: string) => permissions.includes(permission),
    session: () => ({
      authority: { name: 'Larkshire' },
      roles: [{ role, organisationId: null, organisationName: null }],
    }),
  },
});
const caseFile = { provide: CaseFile, useValue: { referralId: signal('r1') } };
const circles = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-radios__label')].map((label) => label.textContent.trim());
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

describe('the notes of a case', () => {
  it('say for whom each is, and are corrected only where that can be done', async () => {
    const page = await openPage(NotesPage, {}, [caseFile, someone('coordinator', 'note:list', 'note:write')]);
    const old = { ...note, id: 'n2', visibility: 'everybody' as const, canCorrect: false, text: 'Older' };
    await page.answer('/api/referrals/r1/notes', { items: [note, old], nextBefore: 'n2' });
    const [first, second] = page.element.querySelectorAll('.app-note');
    expect(first?.textContent).toContain('Council only');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('/referrals/r1/notes/n1/correct');
    expect(second?.textContent).toContain('Everybody on the case');
    expect(second?.querySelector('a')).toBeNull();
    expect(page.find('a[rel=next]').getAttribute('href')).toBe('/referrals/r1/notes?before=n2');
  });

  it('show the council what a note said before', async () => {
    const page = await openPage(NotesPage, {}, [caseFile, someone('coordinator', 'note:list')]);
    const corrected = {
      ...note,
      version: 2,
      correctedAt: '2026-11-24T10:30:00Z',
      earlier: [{ visibility: 'everybody', text: 'Too much', writtenAt: '2026-11-24T10:00:00Z' }],
    };
    await page.answer('/api/referrals/r1/notes', { items: [corrected], nextBefore: null });
    expect(page.text()).toContain('What it said before');
    expect(page.text()).toContain('Too much');
    expect(page.text()).not.toContain('Write a note');
  });
});

describe('writing a note', () => {
  it('offers a school no circle that the school is not in, and chooses none beforehand', async () => {
    const page = await openPage(WriteNotePage, { referralId: 'r1' }, [someone('senco')]);
    expect(circles(page)).toEqual(['Council and school', 'Everybody on the case']);
    await submit(page);
    expect(summary(page)).toEqual(['Enter the note', 'Select who can read the note']);
  });

  it('saves what was written for the circle that was chosen', async () => {
    const page = await openPage(WriteNotePage, { referralId: 'r1' }, [someone('coordinator')]);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#text', ' Rang the family ');
    await page.press('Council only');
    await submit(page);
    const request = page.request('/api/referrals/r1/notes');
    expect(request.request.body).toEqual({ visibility: 'council', text: 'Rang the family' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush(note);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/notes', { state: { done: 'Note saved' } });
  });
});

describe('correcting a note', () => {
  const open = async (answer: Note): Promise<OpenedPage> => {
    const page = await openPage(CorrectNotePage, { referralId: 'r1', noteId: 'n1' }, [someone('coordinator')]);
    await page.answer('/api/notes/n1', answer);
    return page;
  };

  it('begins with what it says, and names the version that is corrected', async () => {
    const page = await open(note);
    expect(page.find<HTMLTextAreaElement>('#text').value).toBe('Rang the family');
    await page.type('#text', 'Wrote to the family');
    await submit(page);
    const request = page.request('/api/notes/n1/correct');
    expect(request.request.body).toEqual({ visibility: 'council', text: 'Wrote to the family' });
    expect(request.request.headers.get('If-Match')).toBe('"1"');
  });

  it('says so when it is too late', async () => {
    const page = await open({ ...note, canCorrect: false });
    expect(page.element.querySelector('form')).toBeNull();
    expect(page.text()).toContain('for 24 hours');
  });
});

describe('a note of a provider', () => {
  const allocation = { id: 'a1', pupilName: 'R. E.', reference: 'EIP-2026-0001' };

  it('is for the coordinator, or for the coordinator and the school, and is kept while it is typed', async () => {
    const page = await openPage(WriteAllocationNotePage, { allocationId: 'a1' }, [someone('provider')]);
    await page.answer('/api/allocations/a1', allocation);
    await page.answer('/api/allocations/a1/form-drafts/write_note_of_allocation', {
      version: 0,
      savedAt: null,
      answers: null,
    });
    expect(circles(page)).toEqual(['The coordinator', 'The coordinator and the school']);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#text', 'Works best in the morning');
    await page.press('The coordinator and the school');
    await submit(page);
    const request = page.request('/api/allocations/a1/notes');
    expect(request.request.body).toEqual({ visibility: 'council_and_school', text: 'Works best in the morning' });
    request.flush(note);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/allocations/a1', { info: 'Note saved' });
  });

  it('says to others for which provider it was written', () => {
    expect(writtenText({ ...note, writtenByName: 'Tariq Aziz', providerName: 'Brightpath Therapies' })).toContain(
      'by Tariq Aziz (Brightpath Therapies)',
    );
  });
});
