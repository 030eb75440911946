import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, TitleStrategy } from '@angular/router';
import { BeforeMain, BeforeMainSlot } from './before-main.js';
import { LiveRegion } from './live-region.js';
import { PageFocus } from './page-focus.js';
import { PageTitle, PageTitleStrategy } from './page-title.js';

const isLoaded = signal(true);

@Component({ template: '<h1>List</h1><input id="search" />' })
class ListPage {}

@Component({ imports: [BeforeMain], template: '<p *appBeforeMain>Back</p>@if (isLoaded()) {<h1>Case</h1>}' })
class CasePage {
  protected readonly isLoaded = isLoaded;
}

@Component({ imports: [RouterOutlet], template: '<main><router-outlet /></main>' })
class Frame {
  constructor() {
    inject(PageFocus).follow();
  }
}

async function frame() {
  isLoaded.set(true);
  window.scrollTo = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        {
          path: 'referrals',
          data: { section: 'Referrals' },
          children: [
            { path: '', title: 'Referrals', component: ListPage },
            { path: ':id', title: 'Referral', component: CasePage },
          ],
        },
      ]),
      { provide: TitleStrategy, useClass: PageTitleStrategy },
    ],
  });
  const fixture = TestBed.createComponent(Frame);
  document.body.append(fixture.nativeElement as Node);
  TestBed.tick();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/service')
    .flush({ serviceName: 'Inclusion Panel', councilName: 'Rutland', isDemo: true });
  const router = TestBed.inject(Router);
  const go = async (url: string): Promise<void> => {
    await router.navigateByUrl(url);
    await fixture.whenStable();
    // Mutations are told after the change.
    await Promise.resolve();
  };
  await go('/referrals');
  return { fixture, go };
}

describe('the focus', () => {
  it('stays with the browser on the first page', async () => {
    await frame();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves to the heading of a new page', async () => {
    const { go } = await frame();
    await go('/referrals/1');
    expect(document.activeElement?.textContent).toBe('Case');
  });

  it('stays where it is when only the query changes', async () => {
    const { go } = await frame();
    document.getElementById('search')?.focus();
    await go('/referrals?status=submitted');
    expect(document.activeElement?.id).toBe('search');
  });

  it('waits for a heading that comes with the data', async () => {
    const { fixture, go } = await frame();
    isLoaded.set(false);
    await go('/referrals/1');
    expect(document.activeElement).toBe(document.body);
    isLoaded.set(true);
    await fixture.whenStable();
    await Promise.resolve();
    expect(document.activeElement?.textContent).toBe('Case');
  });

  it('is not taken from somebody who has moved on meanwhile', async () => {
    const { fixture, go } = await frame();
    isLoaded.set(false);
    await go('/referrals/1');
    const other = document.createElement('button');
    document.body.append(other);
    other.focus();
    isLoaded.set(true);
    await fixture.whenStable();
    await Promise.resolve();
    expect(document.activeElement).toBe(other);
  });
});

describe('the title of the window', () => {
  it('is page, section, service and council, without saying one name twice', async () => {
    const { go } = await frame();
    expect(document.title).toBe('Referrals – Inclusion Panel – Rutland');
    await go('/referrals/1');
    expect(document.title).toBe('Referral – Referrals – Inclusion Panel – Rutland');
  });

  it('can come with the data, survives a change of the query, and ends with the page', async () => {
    const { fixture, go } = await frame();
    await go('/referrals/1');
    TestBed.inject(PageTitle).name('Referral EIP-0001');
    TestBed.inject(PageTitle).hasErrors(true);
    await go('/referrals/1?tab=2');
    await fixture.whenStable();
    expect(document.title).toBe('Error: Referral EIP-0001 – Referrals – Inclusion Panel – Rutland');
    await go('/referrals');
    expect(document.title).toBe('Referrals – Inclusion Panel – Rutland');
  });
});

describe('the place before main', () => {
  it('holds what the page puts there, and is empty after it', async () => {
    const { go } = await frame();
    const slot = TestBed.inject(BeforeMainSlot);
    expect(slot.template()).toBeNull();
    await go('/referrals/1');
    expect(slot.template()).not.toBeNull();
    await go('/referrals');
    expect(slot.template()).toBeNull();
  });
});

describe('the live region', () => {
  it('is emptied before each message, so that the same words are heard twice', async () => {
    const live = TestBed.inject(LiveRegion);
    const heard = async (): Promise<string> => {
      live.announce('12 referrals found');
      expect(live.text()).toBe('');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return live.text();
    };
    expect(await heard()).toBe('12 referrals found');
    expect(await heard()).toBe('12 referrals found');
  });
});
