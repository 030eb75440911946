import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { InviteUserPage } from './invite-user-page.js';

const organisations = {
  schools: [{ id: 'school-1', name: 'Oak Primary' }],
  providers: [{ id: 'provider-1', name: 'Brightpath' }],
};

async function opened(): Promise<OpenedPage> {
  const page = await openPage(InviteUserPage);
  await page.answer('/api/users/role-organisations', organisations);
  return page;
}

async function choose(page: OpenedPage, selector: string, value: string): Promise<void> {
  const box = page.find<HTMLSelectElement>(selector);
  box.value = value;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settle();
}

const messages = (page: OpenedPage): string[] =>
  [...page.element.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

// jsdom has no layout to scroll.
beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));

describe('the page that invites somebody', () => {
  it('asks for the school of a SENCo and the provider of a provider, and sends each role on its own', async () => {
    const page = await opened();
    await page.type('#name', ' Petra Novak ');
    await page.type('#email', 'petra@test.example');
    await choose(page, '#roles-0-role', 'senco');
    await page.press('Send the invitation');
    expect(messages(page)).toEqual(['Choose the school of the SENCo']);
    await choose(page, '#roles-0-schoolId', 'school-1');
    await page.press('Add another role');
    await choose(page, '#roles-1-role', 'provider');
    await choose(page, '#roles-1-providerId', 'provider-1');
    await page.press('Send the invitation');
    const { request } = page.request('/api/invitations');
    expect(request.body).toEqual({
      name: 'Petra Novak',
      email: 'petra@test.example',
      roles: [
        { role: 'senco', schoolId: 'school-1', providerId: null },
        { role: 'provider', schoolId: null, providerId: 'provider-1' },
      ],
    });
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
  });

  it('does not send a school that was chosen for a role before', async () => {
    const page = await opened();
    await page.type('#name', 'Petra Novak');
    await page.type('#email', 'petra@test.example');
    await choose(page, '#roles-0-role', 'senco');
    await choose(page, '#roles-0-schoolId', 'school-1');
    await choose(page, '#roles-0-role', 'coordinator');
    await page.press('Send the invitation');
    expect(page.request('/api/invitations').request.body).toMatchObject({
      roles: [{ role: 'coordinator', schoolId: null, providerId: null }],
    });
  });

  it('puts what the service refuses on its field', async () => {
    const page = await opened();
    await page.type('#name', 'Petra Novak');
    await page.type('#email', 'petra@test.example');
    await choose(page, '#roles-0-role', 'coordinator');
    await page.press('Send the invitation');
    page.request('/api/invitations').flush(
      {
        status: 422,
        code: 'fields_invalid',
        title: 'Some answers need your attention',
        detail: 'Correct them.',
        errors: [{ pointer: '/email', code: 'invited_already', detail: 'This person has been invited already' }],
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await page.settle();
    expect(messages(page)).toEqual(['This person has been invited already']);
    expect(page.find('#email-error').textContent).toContain('This person has been invited already');
  });
});
