import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../../home/page/page.fixture.js';
import { aReferral, submit } from '../referral.fixture.js';
import { OnBehalfPage } from './on-behalf-page.js';
import { receiptText } from './receipt-words.js';

async function onBehalfPage(): Promise<OpenedPage> {
  const page = await openPage(OnBehalfPage);
  await page.answer('/api/schools', {
    items: [
      { id: 's1', urn: '100001', name: 'Larkfield Primary School', phase: 'primary', town: '', isClosed: false },
      { id: 's2', urn: '100002', name: 'Hillside School', phase: 'primary', town: '', isClosed: false },
    ],
    isCut: false,
  });
  return page;
}

describe('a referral that a coordinator writes for a school', () => {
  it('asks which school, who sent it, when and how', async () => {
    const page = await onBehalfPage();
    await submit(page);
    const errors = [...page.element.querySelectorAll('.govuk-error-summary li')].map((each) => each.textContent.trim());
    expect(errors).toEqual([
      'Choose the school that sent it',
      'Enter who sent it',
      'Enter the day on which it arrived',
      'Select how it came',
    ]);
  });

  it('is begun once, and goes on where the form is attached', async () => {
    const page = await onBehalfPage();
    await page.press('Larkfield Primary School (URN 100001)');
    await page.type('#receivedFrom', 'Priya Nair, SENCo');
    await page.type('#receivedOn input', '20');
    const [, month, year] = [...page.element.querySelectorAll<HTMLInputElement>('#receivedOn input')];
    await page.type(`#${month?.id}`, '11');
    await page.type(`#${year?.id}`, '2026');
    await page.press('By email');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await submit(page);
    const request = page.request('/api/referrals/on-behalf');
    expect(request.request.body).toEqual({
      schoolId: 's1',
      receivedFrom: 'Priya Nair, SENCo',
      receivedOn: '2026-11-20',
      channel: 'email',
    });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush(aReferral());
    await page.settle();
    expect(navigate).toHaveBeenCalledWith('/referrals/r1/documents', expect.objectContaining({ replaceUrl: true }));
  });

  it('says how it came', () => {
    const receipt = { receivedFrom: 'Priya Nair, SENCo', receivedOn: '2026-11-20', channel: 'email' as const };
    expect(receiptText({ ...receipt, recordedByName: 'Judith Marsh' })).toBe(
      'Received by email from Priya Nair, SENCo, on 20 November 2026, and entered by Judith Marsh for the school',
    );
  });
});
