import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { of } from 'rxjs';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral } from '../referral.fixture.js';
import { QuestionPage } from './question-page.js';

Element.prototype.scrollIntoView = () => undefined;

const resource = (id: string, title: string, needs: readonly string[] = []) => ({
  ...{ id, title, needs, summary: '', phases: [], declineReasons: [], validFrom: '2026-01-01', validTo: null },
  ...{ isRetired: false, isCurrent: true },
});
const items = [resource('t1', 'A calm start to the day', ['SEMH']), resource('t2', 'Talking partners', ['SLCN'])];

async function requestPage(): Promise<OpenedPage> {
  const route = {
    snapshot: { fragment: null, queryParamMap: convertToParamMap({}) },
    paramMap: of(convertToParamMap({})),
  };
  const page = await openPage(QuestionPage, { referralId: 'r1', path: 'request' }, [
    { provide: ActivatedRoute, useValue: route },
  ]);
  await page.answer('/api/referrals/r1', aReferral());
  await page.answer('/api/toolkit', { items });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await page.settle();
  return page;
}

async function find(page: OpenedPage, words: string): Promise<string[]> {
  await page.type('#toolkit-resource', words);
  await page.settle();
  return [...page.element.querySelectorAll('[role=option]')].map((option) => option.textContent.trim());
}

describe('support from the toolkit', () => {
  it('is found by words and need, and kept with its title', async () => {
    const page = await requestPage();
    expect(await find(page, 'calm')).toEqual(['A calm start to the day']);
    const need = page.find<HTMLSelectElement>('#toolkit-need');
    need.selectedIndex = [...need.options].findIndex(({ value }) => value === 'SLCN');
    need.dispatchEvent(new Event('change'));
    await page.settle();
    expect(await find(page, 'a')).toEqual(['Talking partners']);
    await find(page, 'talking partners');
    await page.press('Add the resource');
    expect(page.find('#toolkit-0-title').textContent).toContain('Talking partners');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const saved = page.request('/api/referrals/r1/sections/request');
    expect(saved.request.body).toMatchObject({ toolkit: [{ key: 't2', title: 'Talking partners' }] });
  }, 15_000);

  it('is not what is not chosen, and goes again', async () => {
    const page = await requestPage();
    await page.press('Add the resource');
    expect(page.find('#toolkit-resource-error').textContent).toContain('Choose a resource from the list');
    await find(page, 'a calm start to the day');
    await page.press('Add the resource');
    expect(page.element.querySelector('#toolkit-resource-error')).toBeNull();
    expect(await find(page, 'calm')).toEqual([]);
    await page.press('Remove A calm start to the day');
    expect(page.element.querySelector('#toolkit-0-title')).toBeNull();
    expect(await find(page, 'calm')).toEqual(['A calm start to the day']);
  });
});
