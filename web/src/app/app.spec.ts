import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { App } from './app.js';
import { CurrentSession } from './session/current-session.js';

import { ServiceDetails } from './session/service-details.js';
import type { Session } from './session/session-contract.js';
import { Failures } from './shell/failures.js';

// jsdom has no layout.
window.scrollTo = () => undefined;

const coordinator: Session = {
  userId: '1',
  name: 'Tom Bradley',
  email: 'tom@council.example',
  authority: { id: 1, name: 'Ashdale County Council', brandColour: null },
  roles: [{ role: 'coordinator', organisationId: null, organisationName: null }],
  hasSeveralHats: false,
  actsInOneRole: false,
  isDemoPerson: false,
  permissions: ['referral:list', 'panel:list'],
};

async function app(isDemo: boolean) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  const fixture = TestBed.createComponent(App);
  const api = TestBed.inject(HttpTestingController);
  TestBed.tick();
  api.expectOne('/api/service').flush({ serviceName: 'Inclusion Panel', councilName: '', isDemo });
  await TestBed.inject(ServiceDetails).asked;
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const signIn = async (): Promise<void> => {
    const signingIn = TestBed.inject(CurrentSession).signIn({ email: 'a', password: 'b' });
    api.expectOne('/api/session').flush({ stage: 'open', session: coordinator });
    await signingIn;
    await fixture.whenStable();
  };
  return { fixture, root, signIn };
}

const linksOf = (root: HTMLElement): (string | undefined)[] =>
  [...root.querySelectorAll('nav a')].map((link) => link.textContent?.trim());

describe('the frame of the application', () => {
  it('begins with the skip link, which leads to the main content', async () => {
    const { root } = await app(false);
    expect(root.querySelector('a')?.getAttribute('href')).toBe('#main-content');
    expect(root.querySelectorAll('main#main-content')).toHaveLength(1);
  });

  it('shows neither main content nor foot before the first page is there', async () => {
    const { fixture, root } = await app(false);
    const hidden = (): boolean[] =>
      [...root.querySelectorAll<HTMLElement>('main, footer')].map((element) => element.hasAttribute('hidden'));
    expect(hidden()).toEqual([true, true]);
    await TestBed.inject(Router).navigateByUrl('/referrals');
    await fixture.whenStable();
    expect(hidden()).toEqual([false, false]);
  });

  it('shows nobody’s navigation before the sign-in, and one’s own after it', async () => {
    const { root, signIn } = await app(false);
    expect(linksOf(root)).toEqual([]);
    await signIn();
    expect(linksOf(root)).toEqual(['Start', 'Referrals', 'Panels']);
    expect(root.querySelector('.app-account')?.textContent).toContain('Tom Bradley');
    expect(root.querySelector('.govuk-generic-header')?.textContent.trim()).toBe('Ashdale County Council');
  });

  it('keeps in the links of the foot whose council a stranger came to', async () => {
    const { fixture, root } = await app(false);
    const feet = (): (string | null)[] =>
      [...root.querySelectorAll('ui-footer a')].map((link) => link.getAttribute('href'));
    expect(feet()).toEqual(['/help', '/accessibility-statement', '/privacy-notice', '/cookies']);
    await TestBed.inject(Router).navigateByUrl('/cookies?council=ashdale&other=1');
    await fixture.whenStable();
    expect(feet()).toContain('/privacy-notice?council=ashdale');
    await TestBed.inject(Router).navigateByUrl('/sign-in');
    await fixture.whenStable();
    expect(feet()).toContain('/privacy-notice');
  });

  it('says on every page of a demo that all is invented, and nowhere else', async () => {
    expect((await app(true)).root.querySelector('.govuk-phase-banner')?.textContent).toContain('invented');
    TestBed.resetTestingModule();
    expect((await app(false)).root.querySelector('.govuk-phase-banner')).toBeNull();
  });

  it('tells of an unexpected failure without taking the page away', async () => {
    const { fixture, root } = await app(false);
    TestBed.inject(Failures).report(new TypeError('x is undefined'));
    await fixture.whenStable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Something went wrong');
    expect(root.querySelector('router-outlet')).not.toBeNull();
  });

  it('says when the network is gone, and stops saying so when it is back', async () => {
    const { fixture, root } = await app(false);
    window.dispatchEvent(new Event('offline'));
    await fixture.whenStable();
    expect(root.textContent).toContain('You are offline');
    window.dispatchEvent(new Event('online'));
    await fixture.whenStable();
    expect(root.textContent).not.toContain('You are offline');
  });
});
