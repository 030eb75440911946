import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { openPage } from '../home/page/page.fixture.js';
import { contrastText } from './service-identity-words.js';
import { ChangeContactDetailsPage } from './change-contact-details-page.js';
import { ChangeServiceIdentityPage } from './change-service-identity-page.js';
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

const identity = {
  version: 4,
  councilName: 'Larkshire',
  serviceName: 'Inclusion Panel',
  brandColour: null,
  changedByName: null,
  changedAt: null,
};

describe('the contact details', () => {
  it('say so when nobody has entered any', async () => {
    const page = await openPage(ContactDetailsPage);
    await page.answer('/api/service-identity', identity);
    await page.answer('/api/contact-details', nothing);
    expect(page.text()).toContain('Name Not provided');
    expect(page.text()).toContain('Colour That of the product');
    expect(page.text()).not.toContain('Last changed');
  });

  it('say who changed them last', async () => {
    const page = await openPage(ContactDetailsPage);
    await page.answer('/api/service-identity', identity);
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

describe('changing the names and the colour', () => {
  const open = async () => {
    const page = await openPage(ChangeServiceIdentityPage);
    await page.answer('/api/service-identity', identity);
    return page;
  };
  const message = (page: Awaited<ReturnType<typeof open>>): string =>
    page.find('.govuk-error-summary').textContent.replace(/\s+/g, ' ');

  it('says what the contrast of a colour is that is too light, and what it should be', async () => {
    const page = await open();
    await page.type('#brandColour', '#ffdd00');
    await page.press('Save');
    expect(message(page)).toContain('a contrast of 1.3 to 1. Choose a darker colour, with 4.5 to 1 or more');
  });

  it('says what a colour looks like, and that the council has a name', async () => {
    const page = await open();
    await page.type('#brandColour', 'blue');
    await page.type('#councilName', ' ');
    await page.press('Save');
    expect(message(page)).toContain('like #12436d');
    expect(message(page)).toContain('Enter the name of the council');
  });

  it('shows the name on the colour, sends the version that was on the screen, and the frame follows', async () => {
    const page = await open();
    await page.type('#brandColour', '#003078');
    await page.type('#councilName', 'Othershire');
    const preview = page.find('.app-brand-preview');
    expect([preview.textContent, preview.style.backgroundColor]).toEqual(['Othershire', 'rgb(0, 48, 120)']);
    await page.press('Save');
    const sent = page.request('/api/service-identity');
    expect([sent.request.method, sent.request.headers.get('If-Match'), sent.request.body]).toEqual([
      'PUT',
      '"4"',
      { councilName: 'Othershire', serviceName: 'Inclusion Panel', brandColour: '#003078' },
    ]);
    sent.flush({ ...identity, version: 5 });
    await page.settle();
    page
      .request('/api/session')
      .flush({ authority: { id: 1, name: 'Othershire', brandColour: '#003078' }, permissions: [] });
    await page.settle();
    expect(document.documentElement.style.getPropertyValue('--govuk-brand-colour')).toBe('#003078');
  });

  it('never rounds a contrast up to what would be enough', () => {
    expect(contrastText('#777777')).toContain('4.4 to 1');
  });
});
