import { inject, Injector, runInInjectionContext, signal } from '@angular/core';
import { jest } from '@jest/globals';
import type { CasePrint, CasePeople } from '@panel/api-client';
import { readCasePeopleResource } from '@panel/api-client/case-files/case-files.resource';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CurrentSession } from '../../session/current-session.js';
import { aReferral, sessionWith } from '../referral.fixture.js';
import { CaseFile } from './case-file.js';
import { NextStep } from './next-step.js';
import { OverviewPage } from './overview-page.js';
import { PrintCasePage } from './print-case-page.js';
import { TimelinePage } from './timeline-page.js';

const referralId = signal('r1');
const fileOf = (changes: Parameters<typeof aReferral>[0] = {}) => ({
  provide: CaseFile,
  useFactory: () => {
    const injector = inject(Injector);
    let asked: ReturnType<typeof readCasePeopleResource> | undefined;
    return {
      referralId,
      people: () => (asked ??= runInInjectionContext(injector, () => readCasePeopleResource(referralId))),
      referral: { hasValue: () => true, value: signal(aReferral({ status: 'submitted', ...changes })) },
    };
  },
});
const people: CasePeople = {
  items: [
    { role: 'coordinator', organisationName: null, name: 'Priya Nair', isLead: true, email: 'priya@larkshire.example' },
    { role: 'coordinator', organisationName: null, name: 'Sam Hill', isLead: false, email: null },
    { role: 'senco', organisationName: 'Larkfield Primary School', name: 'Jo Fielding', isLead: false, email: null },
  ],
  nextRole: 'coordinator',
  panelHeldOn: null,
  panelId: null,
};

describe('the overview of a case', () => {
  const overview = async (changes: Parameters<typeof aReferral>[0], ...permissions: string[]) => {
    const page = await openPage(OverviewPage, {}, [
      fileOf({ pupilName: 'Robin Brown', ...changes }),
      { provide: CurrentSession, useValue: sessionWith(...permissions) },
    ]);
    await page.answer('/api/referrals/r1/people', people);
    return page;
  };
  const records = (page: OpenedPage) => [...page.element.querySelectorAll('a[href^="/children/"]')];

  it('leads to the record of the child', async () => {
    const [record] = records(await overview({ childId: 'c1' }, 'child:read'));
    expect(record?.getAttribute('href')).toBe('/children/c1');
    expect(record?.textContent).toMatch(/See the record\s+of the child/);
  });

  it('leads to no record that is not there yet', async () => {
    expect(records(await overview({ childId: null }, 'child:read'))).toEqual([]);
  });

  it('leads to no record that is not for this person', async () => {
    expect(records(await overview({ childId: 'c1' }))).toEqual([]);
  });
});

describe('what happens next', () => {
  it('says what, who and by when, and that it is overdue', async () => {
    const nextStep = { text: 'The coordinator will look at this by 9 January 2020', dueOn: '2020-01-09' };
    const page = await openPage(NextStep, {}, [fileOf({ nextStep })]);
    await page.answer('/api/referrals/r1/people', people);
    expect(page.text()).toContain('Who Priya Nair');
    expect(page.text()).toContain('By when 9 January 2020');
    expect(page.text()).toContain('Overdue');
    expect(page.find('a[href^=mailto]').getAttribute('href')).toBe('mailto:priya@larkshire.example');
    expect(page.text()).toContain('Jo Fielding, SENCo, Larkfield Primary School');
  });

  it('names the day of the panel for a case that waits for it, with a way there for who may open it', async () => {
    const nextStep = { text: 'The case will go to the next panel', dueOn: null };
    const page = await openPage(NextStep, {}, [fileOf({ status: 'ready_for_panel', nextStep })]);
    const atPanel = { ...people, nextRole: 'panel_member', panelHeldOn: '2099-12-10', panelId: 'p1' };
    await page.answer('/api/referrals/r1/people', atPanel);
    expect(page.text()).toContain('By when 10 December 2099');
    expect(page.text()).toContain('Who The panel');
    expect(page.find('a[href="/panels/p1"]').textContent).toBe('Go to the panel');
    expect(page.text()).not.toContain('Overdue');
  });

  it('waits for nobody once a case has ended', async () => {
    const nextStep = { text: 'Nothing more to do: the case is closed', dueOn: null };
    const page = await openPage(NextStep, {}, [fileOf({ status: 'closed', nextStep })]);
    await page.answer('/api/referrals/r1/people', { ...people, nextRole: null });
    expect(page.text()).not.toContain('By when');
  });
});

const event = {
  seq: 7,
  at: '2026-11-24T10:00:00Z',
  event: 'note.written',
  kind: 'notes',
  actorName: 'Priya Nair',
  summary: 'Note written',
  link: '/referrals/r1/notes',
} as const;

describe('the timeline', () => {
  it('leads to what an event is about, and to older events', async () => {
    const page = await openPage(TimelinePage, {}, [fileOf()]);
    await page.answer('/api/referrals/r1/timeline', { items: [event], nextBefore: '7' });
    expect(page.find('.app-timeline a').getAttribute('href')).toBe('/referrals/r1/notes');
    expect(page.find('a[rel=next]').getAttribute('href')).toBe('/referrals/r1/timeline?before=7');
  });

  it('keeps its filter in the address, and takes no kind that there is not', async () => {
    const page = await openPage(TimelinePage, { kind: 'notes' }, [fileOf()]);
    await page.answer('/api/referrals/r1/timeline?kind=notes', { items: [event], nextBefore: '7' });
    expect(page.text()).toContain('About: Notes');
    expect(page.find('a[rel=next]').getAttribute('href')).toBe('/referrals/r1/timeline?kind=notes&before=7');
  });

  it('reads everything when the address names no kind that there is', async () => {
    const page = await openPage(TimelinePage, { kind: 'gossip' }, [fileOf()]);
    await page.answer('/api/referrals/r1/timeline', { items: [], nextBefore: null });
    expect(page.text()).toContain('Nothing has happened yet');
  });
});

describe('the case on one page', () => {
  it('holds what was sent, says that it was recorded, and prints', async () => {
    const copy: CasePrint = {
      printedAt: '2026-11-24T10:00:00Z',
      printedByName: 'Jo Fielding',
      referral: aReferral({ status: 'submitted', pupilName: 'Robin Brown' }),
      people,
      assessments: [],
      supportHistory: { ofReferral: [], consultations: [], reports: [], canAdd: false },
      reviews: [],
      notes: [
        {
          id: 'n1',
          referralId: 'r1',
          version: 1,
          visibility: 'everybody',
          text: 'Tuesdays are best',
          writtenByName: 'Jo Fielding',
          providerName: null,
          writtenAt: '2026-11-24T09:00:00Z',
          correctedAt: null,
          canCorrect: false,
          earlier: [],
        },
      ],
      caseTasks: [],
      events: [event],
    };
    const print = jest.fn();
    Object.assign(window, { print });
    const page = await openPage(PrintCasePage, { referralId: 'r1' });
    await page.answer('/api/referrals/r1/print', copy);
    expect(page.text()).toContain('Robin Brown');
    expect(page.text()).toContain('Tuesdays are best');
    expect(page.text()).toContain('That you made it is recorded');
    await page.press('Print this page');
    expect(print).toHaveBeenCalled();
  });
});
