import { readEnvironment } from './environment.js';

describe('a mail server', () => {
  it('needs a sender', () => {
    expect(() => readEnvironment({ PANEL_SMTP_URL: 'smtp://localhost:25' })).toThrow('PANEL_MAIL_FROM');
    const settings = { PANEL_SMTP_URL: 'smtp://localhost:25', PANEL_MAIL_FROM: 'panel@test.example' };
    expect(readEnvironment(settings)).toMatchObject({ smtpUrl: 'smtp://localhost:25', mailFrom: 'panel@test.example' });
  });
});

describe('GOV.UK Notify', () => {
  const apiKey = 'panel-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
  const settings = { PANEL_NOTIFY_API_KEY: apiKey, PANEL_NOTIFY_TEMPLATE_ID: 'a-template' };

  it('needs a whole key and a template, and no mail server beside it', () => {
    expect(readEnvironment(settings).notify).toEqual({
      apiKey,
      templateId: 'a-template',
      url: 'https://api.notifications.service.gov.uk',
    });
    expect(readEnvironment({}).notify).toBeNull();
    expect(() => readEnvironment({ PANEL_NOTIFY_API_KEY: apiKey })).toThrow('PANEL_NOTIFY_TEMPLATE_ID');
    expect(() => readEnvironment({ ...settings, PANEL_NOTIFY_API_KEY: 'half' })).toThrow('not a whole key');
    const both = { ...settings, PANEL_SMTP_URL: 'smtp://localhost:25', PANEL_MAIL_FROM: 'panel@test.example' };
    expect(() => readEnvironment(both)).toThrow('not both');
  });
});
