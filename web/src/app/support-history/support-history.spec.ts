import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { SupportHistory } from '@panel/api-client';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { submit } from '../referrals/referral.fixture.js';
import { changesOfConsultation } from './earlier-support.js';
import { AgencyReportPage } from './agency-report-page.js';
import { ConsultationPage } from './consultation-page.js';
import { SupportHistoryPage } from './support-history-page.js';
import { spansOf, supportEntries, supportHeadline } from './support-words.js';

const history: SupportHistory = {
  ofReferral: [
    { kind: 'cycle', title: 'Small group', detail: 'Less running off', from: '2026-01-08', to: '2026-03-20' },
    { kind: 'cycle', title: 'Mentor', detail: '', from: '2026-04-20', to: null },
  ],
  consultations: [
    {
      id: 'c1',
      referralId: 'r1',
      version: 2,
      heldOn: '2026-03-02',
      teacherName: 'Ms Grey',
      asked: 'before_referral',
      advice: 'A quiet start of the day',
      recordedByName: 'Jo Fielding',
      earlier: [
        {
          ...{
            heldOn: '2026-03-01',
            teacherName: 'Ms Grey',
            asked: 'before_referral',
            advice: 'A quiet start of the day',
          },
          ...{ replacedAt: '2026-03-03T10:00:00Z', replacedByName: 'Priya Nair' },
        },
      ],
    },
  ],
  reports: [
    {
      id: 'p1',
      referralId: 'r1',
      version: 1,
      reportedOn: '2026-06-01',
      agency: 'educational_psychology',
      title: 'Advice after a visit',
      summary: 'Assess language',
      documentId: 'd1',
      documentName: 'ep-advice.pdf',
      recordedByName: 'Priya Nair',
      earlier: [],
    },
  ],
  canAdd: true,
};
const caseFile = { provide: CaseFile, useValue: { referralId: signal('r1') } };
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());
const typeDate = async (page: OpenedPage, parts: readonly string[]): Promise<void> => {
  for (const [index, box] of [
    ...page.element.querySelectorAll<HTMLInputElement>('.govuk-date-input__input'),
  ].entries()) {
    box.value = parts[index] ?? '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await page.settle();
};
const chooseOption = async (page: OpenedPage, selector: string, index: number): Promise<void> => {
  const box = page.find<HTMLSelectElement>(selector);
  box.selectedIndex = index;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settle();
};

describe('what was changed', () => {
  it('shows when, by whom, and only what stood there before', async () => {
    const page = await openPage(SupportHistoryPage, {}, [caseFile]);
    await page.answer('/api/referrals/r1/support-history', history);
    expect(page.text()).toContain('Changed once: what “2 March 2026: Ms Grey” said before');
    expect(page.text()).toContain('Changed on 3 March 2026 at 10:00 by Priya Nair');
    expect(page.text()).toContain('Date, before 1 March 2026');
    expect(page.text()).not.toContain('Advice, before');
  });

  it('compares each change with the one after it', () => {
    const [consultation] = history.consultations;
    const [first] = consultation?.earlier ?? [];
    if (!consultation || !first) throw new Error('nothing to compare');
    const again = { ...first, heldOn: '2026-03-01', advice: 'None', replacedAt: '2026-03-02T10:00:00Z' };
    const changes = changesOfConsultation({ ...consultation, earlier: [first, again] });
    expect(changes.map(({ before }) => before.map(({ key }) => key))).toEqual([['Date, before'], ['Advice, before']]);
  });
});

describe('the support so far', () => {
  it('stands on one line of time, whoever wrote it, with its message and its table', async () => {
    expect(supportEntries(history).map(({ from }) => from)).toEqual([
      '2026-01-08',
      '2026-03-02',
      '2026-04-20',
      '2026-06-01',
    ]);
    expect(supportHeadline(supportEntries(history))).toBe(
      '2 cycles of support, 1 consultation and 1 report since 8 January 2026',
    );
    expect(new Set(spansOf(supportEntries(history)).map(({ series }) => series))).toEqual(new Set([0, 1, 2]));
    const page = await openPage(SupportHistoryPage, {}, [caseFile]);
    await page.answer('/api/referrals/r1/support-history', history);
    expect(page.element.querySelectorAll('figure tbody tr')).toHaveLength(4);
    expect(page.find('figure svg title').textContent).toContain('2 cycles of support');
    expect(page.text()).toContain('ep-advice.pdf');
    expect(page.element.querySelector('a[href="/referrals/r1/consultations/c1/change"]')).not.toBeNull();
  });

  it('offers nothing to add where nothing can be added', async () => {
    const page = await openPage(SupportHistoryPage, {}, [caseFile]);
    await page.answer('/api/referrals/r1/support-history', { ...history, canAdd: false });
    expect(page.text()).not.toContain('Record a consultation');
    expect(page.element.querySelector('a[href$="/change"]')).toBeNull();
  });

  it('says so when nothing has a date', async () => {
    const page = await openPage(SupportHistoryPage, {}, [caseFile]);
    const empty = { ofReferral: [], consultations: [], reports: [], canAdd: true };
    await page.answer('/api/referrals/r1/support-history', empty);
    expect(page.text()).toContain('Nothing with a date is recorded yet');
    expect(page.element.querySelector('figure')).toBeNull();
  });
});

describe('recording a consultation', () => {
  it('asks when, whom, and what they said, and takes no day to come', async () => {
    const page = await openPage(ConsultationPage, { referralId: 'r1' });
    await submit(page);
    expect(summary(page)).toEqual([
      'Enter the date of the consultation',
      'Enter the name of the specialist teacher',
      'Select when the teacher was asked',
      'Enter what the teacher advised',
    ]);
    await typeDate(page, ['1', '1', '2099']);
    await submit(page);
    expect(summary(page)[0]).toBe('The date must be today or in the past');
  });

  it('sends what was typed', async () => {
    const page = await openPage(ConsultationPage, { referralId: 'r1' });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await typeDate(page, ['2', '3', '2026']);
    await page.type('#teacherName', 'Ms Grey');
    await page.press('Before the referral');
    await page.type('#advice', 'A quiet start of the day');
    await submit(page);
    const request = page.request('/api/referrals/r1/consultations');
    expect(request.request.body).toEqual({
      heldOn: '2026-03-02',
      teacherName: 'Ms Grey',
      asked: 'before_referral',
      advice: 'A quiet start of the day',
    });
    request.flush({});
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/support-history', { state: { done: 'Consultation saved' } });
  });

  it('changes the version that is on the screen', async () => {
    const page = await openPage(ConsultationPage, { referralId: 'r1', consultationId: 'c1' });
    await page.answer('/api/consultations/c1', history.consultations[0] ?? {});
    await page.type('#advice', 'A quiet end of the day');
    await submit(page);
    const request = page.request('/api/consultations/c1');
    expect(request.request.method).toBe('PUT');
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toMatchObject({ advice: 'A quiet end of the day', heldOn: '2026-03-02' });
  });
});

describe('recording a report', () => {
  const documents = {
    items: [{ id: 'd1', referralId: 'r1', version: 1, current: { fileName: 'ep-advice.pdf' }, earlier: [] }],
    removed: [],
    canChange: true,
  };

  it('names the agency, and can lead to a document of the case', async () => {
    const page = await openPage(AgencyReportPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/documents', documents);
    await submit(page);
    expect(summary(page)).toEqual(['Enter the date of the report', 'Choose the agency', 'Enter what it is']);
    await typeDate(page, ['1', '6', '2026']);
    await chooseOption(page, '#agency', 1);
    await page.type('#title', 'Advice after a visit');
    await chooseOption(page, '#documentId', 1);
    await submit(page);
    expect(page.request('/api/referrals/r1/agency-reports').request.body).toEqual({
      reportedOn: '2026-06-01',
      agency: 'educational_psychology',
      title: 'Advice after a visit',
      summary: '',
      documentId: 'd1',
    });
  });
});
