import { openPage } from '../home/page/page.fixture.js';
import { AccessibilityStatementPage } from './accessibility-statement-page.js';
import { keptFor } from './kept-words.js';
import { PrivacyNoticePage } from './privacy-notice-page.js';
import { YoungPeopleNoticePage } from './young-people-notice-page.js';

const notice = {
  councilName: 'Larkshire County Council',
  serviceName: 'Inclusion Panel',
  service: { name: 'Inclusion team', email: 'inclusion@test.example', phone: '01632 960 001' },
  dataProtectionOfficer: { name: 'Dana Law', email: 'dpo@test.example', phone: '' },
  replyWorkingDays: 7,
  kept: [
    { recordClass: 'sen_case', label: 'Case of a child who had support', startsAt: 'birth', months: 384, days: 0 },
    { recordClass: 'draft_referral', label: 'Draft', startsAt: 'last_change', months: 0, days: 60 },
  ],
};
const nobody = {
  ...notice,
  councilName: null,
  service: null,
  dataProtectionOfficer: null,
  kept: [],
};

describe('the privacy notice', () => {
  it('names the council, its people and the periods in force', async () => {
    const page = await openPage(PrivacyNoticePage);
    await page.answer('/api/public-notice', notice);
    expect(page.text()).toContain('Larkshire County Council is the controller');
    expect(page.text()).toContain('dpo@test.example');
    expect(page.text()).toContain('32 years');
    expect(page.text()).toContain('60 days');
  });

  it('of a council named in the address asks for that one', async () => {
    const page = await openPage(PrivacyNoticePage, { council: 'larkshire' });
    await page.answer('/api/public-notice?council=larkshire', notice);
    expect(page.text()).toContain('Larkshire County Council');
  });

  it('claims nothing where it is not known whose it is', async () => {
    const page = await openPage(PrivacyNoticePage);
    await page.answer('/api/public-notice', nobody);
    expect(page.text()).toContain('The council that uses this service with your school is the controller');
    expect(page.text()).toContain('Contact details have not been entered yet');
    expect(page.text()).toContain('Each council sets its own periods');
  });
});

describe('the notice for young people', () => {
  it('says for how long a case is kept, by the rule in force', async () => {
    const page = await openPage(YoungPeopleNoticePage);
    await page.answer('/api/public-notice', notice);
    expect(page.text()).toContain('kept for 32 years from your birthday');
  });

  it('promises no period that is not known', async () => {
    const page = await openPage(YoungPeopleNoticePage);
    await page.answer('/api/public-notice', nobody);
    expect(page.text()).not.toContain('from your birthday');
  });
});

describe('the accessibility statement', () => {
  it('has the parts of the model, the council’s contact and its promise', async () => {
    const page = await openPage(AccessibilityStatementPage);
    await page.answer('/api/public-notice', notice);
    const headings = [...page.element.querySelectorAll('h2, h3')].map((each) => each.textContent.trim());
    expect(headings).toEqual(
      expect.arrayContaining([
        'How accessible this service is',
        'Feedback and contact',
        'Compliance status',
        'Non-accessible content',
        'Disproportionate burden',
        'Preparation of this accessibility statement',
      ]),
    );
    expect(page.text()).toContain('within 7 working days');
    expect(page.text()).toContain('partially compliant');
    expect(page.text()).toContain('Equality Advisory and Support Service');
  });
});

describe('a period in words', () => {
  it.each([
    [372, 0, '31 years'],
    [13, 1, '1 year and 1 month and 1 day'],
    [0, 90, '90 days'],
  ])('of %i months and %i days is %s', (months, days, text) => {
    expect(keptFor({ months, days })).toBe(text);
  });
});
