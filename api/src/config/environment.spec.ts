import { readEnvironment } from './environment.js';

describe('a mail server', () => {
  it('needs a sender', () => {
    expect(() => readEnvironment({ PANEL_SMTP_URL: 'smtp://localhost:25' })).toThrow('PANEL_MAIL_FROM');
    const settings = { PANEL_SMTP_URL: 'smtp://localhost:25', PANEL_MAIL_FROM: 'panel@test.example' };
    expect(readEnvironment(settings)).toMatchObject({ smtpUrl: 'smtp://localhost:25', mailFrom: 'panel@test.example' });
  });
});
