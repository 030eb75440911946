import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { openPage } from '../home/page/page.fixture.js';
import { ChangeContactDetailsPage } from './change-contact-details-page.js';
import { ContactDetailsPage } from './contact-details-page.js';

const nothing = {
  version: 1,
  service: null,
  dataProtectionOfficer: null,
  replyWorkingDays: 10,
  changedByName: null,
  changedAt: null,
};
const filled = {
  version: 3,
  service: { name: 'Inclusion team', email: 'inclusion@test.example', phone: '' },
  dataProtectionOfficer: { name: 'Dana Law', email: 'dpo@test.example', phone: '01632 960 002' },
  replyWorkingDays: 5,
  changedByName: 'Ravi',
  changedAt: '2026-11-20T10:00:00Z',
};

describe('the contact details', () => {
  it('say so when nobody has entered any', async () => {
    const page = await openPage(ContactDetailsPage);
    await page.answer('/api/contact-details', nothing);
    expect(page.text()).toContain('Name Not provided');
    expect(page.text()).not.toContain('Last changed');
  });

  it('say who changed them last', async () => {
    const page = await openPage(ContactDetailsPage);
    await page.answer('/api/contact-details', filled);
    expect(page.text()).toContain('dpo@test.example');
    expect(page.text()).toContain('Last changed by Ravi');
  });
});

describe('changing the contact details', () => {
  it('begins with what is there and says what is wrong', async () => {
    const page = await openPage(ChangeContactDetailsPage);
    await page.answer('/api/contact-details', filled);
    expect(page.find<HTMLInputElement>('#serviceEmail').value).toBe('inclusion@test.example');
    await page.type('#serviceName', ' ');
    await page.type('#officerEmail', 'dpo');
    await page.type('#officerPhone', 'ask reception');
    await page.type('#replyWorkingDays', '31');
    await page.press('Save');
    const summary = page.find('.govuk-error-summary').textContent;
    expect(summary).toContain('Enter the name of the team');
    expect(summary).toContain('Enter an email address in the correct format');
    expect(summary).toContain('Enter a phone number');
    expect(summary).toContain('from 1 to 30');
  });

  it('sends the version that was on the screen and goes back', async () => {
    const page = await openPage(ChangeContactDetailsPage);
    await page.answer('/api/contact-details', filled);
    await page.type('#servicePhone', '01632 960 001');
    await page.press('Save');
    const sent = page.request('/api/contact-details');
    expect(sent.request.method).toBe('PUT');
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    expect(sent.request.body).toMatchObject({ servicePhone: '01632 960 001', replyWorkingDays: 5 });
    sent.flush(filled);
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/contact-details');
  });
});
