import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import type { CaseTask, CaseTaskAssignee } from '@panel/api-client';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { CaseFile } from '../referrals/case/case-file.js';
import { sessionWith, submit } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';
import { AddTaskPage } from './add-task-page.js';
import { CaseTasksPage } from './case-tasks-page.js';
import { ChangeTaskPage } from './change-task-page.js';
import { OwnCaseTasksPage } from './own-case-tasks-page.js';

const task: CaseTask = {
  id: 't1',
  version: 2,
  reference: 'EIP-2026-0001',
  referralId: 'r1',
  allocationId: null,
  title: 'Ring the family',
  detail: '',
  dueOn: '2020-01-06',
  assignedRole: 'senco',
  assignedProviderId: null,
  assignedUserId: null,
  assigneeName: 'The SENCo of the school',
  createdByName: 'Priya Nair',
  createdAt: '2020-01-01T10:00:00Z',
  workingDaysOverdue: 3,
  doneByName: null,
  doneAt: null,
  isMine: true,
  canChange: true,
  canComplete: true,
};
const done: CaseTask = {
  ...task,
  id: 't2',
  title: 'Ask the psychologist',
  workingDaysOverdue: 0,
  doneByName: 'Priya Nair',
  doneAt: '2020-01-07T10:00:00Z',
  canChange: false,
};
const assignees: readonly CaseTaskAssignee[] = [
  { role: 'coordinator', providerId: null, userId: null, name: 'Any coordinator' },
  { role: 'senco', providerId: null, userId: null, name: 'The SENCo of the school' },
  { role: 'senco', providerId: null, userId: 'u2', name: 'Jo Fielding' },
];
const caseFile = { provide: CaseFile, useValue: { referralId: signal('r1') } };
const session = {
  provide: CurrentSession,
  useValue: {
    ...sessionWith('case_task:list', 'case_task:create'),
    session: () => ({ authority: { name: 'Larkshire' } }),
  },
};
const summary = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());
const typeDate = async (page: OpenedPage, day: string, month: string, year: string): Promise<void> => {
  await page.type('#dueOn input[name$=day], #dueOn-day, #dueOn input', day);
  const [, monthBox, yearBox] = page.element.querySelectorAll<HTMLInputElement>('.govuk-date-input__input');
  for (const [box, text] of [
    [monthBox, month],
    [yearBox, year],
  ] as const) {
    if (!box) throw new Error('The date has no such box');
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await page.settle();
};

describe('the tasks of a case', () => {
  it('say what is overdue by how many working days, and what is done by whom', async () => {
    const page = await openPage(CaseTasksPage, {}, [caseFile, session]);
    await page.answer('/api/referrals/r1/case-tasks', { items: [task, done], assignees: [] });
    expect(page.text()).toContain('3 working days overdue');
    expect(page.text()).toContain('Done 7 January 2020');
    expect(page.element.querySelector('a[href$="/case-tasks/t1/change"]')).not.toBeNull();
    expect(page.element.querySelector('a[href$="/case-tasks/t2/change"]')).toBeNull();
  });

  it('are marked as done in the version that is on the screen, and read again', async () => {
    const page = await openPage(CaseTasksPage, {}, [caseFile, session]);
    await page.answer('/api/referrals/r1/case-tasks', { items: [task], assignees: [] });
    await page.press('Mark as done: Ring the family');
    const request = page.request('/api/case-tasks/t1/complete');
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    request.flush({ ...done, id: 't1' });
    await page.settle();
    await page.answer('/api/referrals/r1/case-tasks', { items: [{ ...done, id: 't1' }], assignees: [] });
    expect(page.text()).toContain('Nothing is to be done');
  });

  it('say so when somebody else has changed one meanwhile', async () => {
    const page = await openPage(CaseTasksPage, {}, [caseFile, session]);
    await page.answer('/api/referrals/r1/case-tasks', { items: [task], assignees: [] });
    await page.press('Mark as done: Ring the family');
    await page.refuse('/api/case-tasks/t1/complete', {
      status: 412,
      code: 'version_stale',
      title: 'Somebody else has changed this',
      detail: 'Load it again.',
    });
    expect(summary(page)).toEqual(['Somebody else has changed this. Load it again.']);
  });
});

describe('adding a task', () => {
  it('asks what, by when and who', async () => {
    const page = await openPage(AddTaskPage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/case-tasks', { items: [], assignees });
    await submit(page);
    expect(summary(page)).toEqual([
      'Enter what is to be done',
      'Enter the date by which it is to be done',
      'Choose who does it',
    ]);
  });

  it('sends the role and the person of the choice', async () => {
    const page = await openPage(AddTaskPage, { referralId: 'r1' });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.answer('/api/referrals/r1/case-tasks', { items: [], assignees });
    await page.type('#title', 'Ring the family');
    await typeDate(page, '4', '12', '2099');
    const box = page.find<HTMLSelectElement>('#assignee');
    box.selectedIndex = 3;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    await submit(page);
    const request = page.request('/api/referrals/r1/case-tasks');
    expect(request.request.body).toEqual({
      title: 'Ring the family',
      detail: '',
      dueOn: '2099-12-04',
      assignedRole: 'senco',
      assignedProviderId: null,
      assignedUserId: 'u2',
    });
    request.flush(task);
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/case-tasks', { state: { done: 'Task added' } });
  });
});

describe('changing a task', () => {
  it('begins with what it says, and lets the day of an overdue one stand', async () => {
    const page = await openPage(ChangeTaskPage, { referralId: 'r1', caseTaskId: 't1' });
    await page.answer('/api/referrals/r1/case-tasks', { items: [], assignees });
    await page.answer('/api/case-tasks/t1', task);
    await page.type('#title', 'Write to the family');
    await submit(page);
    const request = page.request('/api/case-tasks/t1');
    expect(request.request.method).toBe('PUT');
    expect(request.request.body).toMatchObject({ title: 'Write to the family', dueOn: '2020-01-06' });
  });

  it('is not for somebody to whom it was only given', async () => {
    const page = await openPage(ChangeTaskPage, { referralId: 'r1', caseTaskId: 't1' });
    await page.answer('/api/referrals/r1/case-tasks', { items: [], assignees });
    await page.answer('/api/case-tasks/t1', { ...task, canChange: false });
    expect(page.element.querySelector('form')).toBeNull();
  });
});

describe('one’s own tasks', () => {
  it('name the case, with a way to it: a provider’s leads to the support', async () => {
    const page = await openPage(OwnCaseTasksPage);
    const ofProvider = { ...task, id: 't3', referralId: null, allocationId: 'a1' };
    await page.answer('/api/case-tasks', { items: [task, ofProvider], total: 2, overdue: 1 });
    expect(page.element.querySelector('a[href="/referrals/r1"]')).not.toBeNull();
    expect(page.element.querySelector('a[href="/allocations/a1"]')).not.toBeNull();
    expect(page.text()).toContain('Overdue (1)');
  });
});
