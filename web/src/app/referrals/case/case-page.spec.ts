import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { of } from 'rxjs';
import type { Referral } from '@panel/api-client';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { CurrentSession } from '../../session/current-session.js';
import { aReferral, sessionWith } from '../referral.fixture.js';
import { CasePage } from './case-page.js';

async function casePage(referral: Referral, ...permissions: readonly string[]): Promise<OpenedPage> {
  return openedAt('notes', referral, ...permissions);
}

async function openedAt(path: string, referral: Referral, ...permissions: readonly string[]): Promise<OpenedPage> {
  const snapshot = { firstChild: { routeConfig: { path } } };
  const page = await openPage(CasePage, {}, [
    { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ referralId: 'r1' })), snapshot } },
    { provide: CurrentSession, useValue: sessionWith(...permissions) },
  ]);
  await page.answer('/api/referrals/r1', referral);
  return page;
}

const submitted = aReferral({
  status: 'submitted',
  pupilName: 'Robin Brown',
  nextStep: { text: 'The coordinator will look at this by 30 November 2026', dueOn: '2026-11-30' },
});
const sections = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.app-sub-navigation a')].map((link) => link.textContent.trim());

describe('the frame of a case', () => {
  it('says whose it is by initials, and where it stands', async () => {
    const page = await casePage(submitted);
    const bar = page.find('.app-identity-bar').textContent;
    expect(bar).toContain('RB');
    expect(bar).not.toContain('Robin');
    expect(bar).toContain('EIP-2026-0001');
    expect(bar).toContain('Submitted');
    expect(bar.split('30 November 2026')).toHaveLength(2);
  });

  it('names the date of a next step whose words leave it out', async () => {
    const nextStep = { text: 'The panel will discuss this', dueOn: '2026-12-10' };
    const page = await casePage({ ...submitted, nextStep });
    expect(page.find('.app-identity-bar').textContent).toContain('The panel will discuss this (10 December 2026)');
  });

  it('asks for the people of the case at once where its overview is opened, which names them', async () => {
    const page = await openedAt('', submitted);
    await page.answer('/api/referrals/r1/people', { items: [], nextRole: null, panelHeldOn: null, panelId: null });
  });

  it('offers only the sections that the person may read', async () => {
    expect(sections(await casePage(submitted))).toEqual(['Overview', 'Referral', 'Timeline']);
  });

  it('offers a coordinator all sections', async () => {
    const page = await casePage(submitted, 'assessment:read', 'review:read', 'document:list');
    expect(sections(page)).toEqual([
      'Overview',
      'Referral',
      'Assessment',
      'Reviews and outcomes',
      'Documents',
      'Timeline',
    ]);
  });
});
