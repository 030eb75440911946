import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { click, elementOf, find, render } from '../testing/render.js';
import { Dialog } from './dialog.js';
import { ServiceNavigation } from './service-navigation.js';
import { SkipLink } from './skip-link.js';
import { SubNavigation } from './sub-navigation.js';

describe('the skip link', () => {
  it('moves focus to the main content and stays on the page', async () => {
    const fixture = await render('<ui-skip-link /><main id="main-content">Text</main>', [SkipLink]);
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    find(fixture, 'a').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(document.activeElement?.id).toBe('main-content');
  });
});

describe('the menu of the service navigation', () => {
  function narrowScreen(isNarrow: boolean): void {
    const query = { matches: !isNarrow, addEventListener: () => undefined, removeEventListener: () => undefined };
    Object.assign(globalThis, { matchMedia: () => query });
  }
  afterEach(() => Reflect.deleteProperty(globalThis, 'matchMedia'));

  const template = '<ui-service-navigation serviceName="S" [items]="items" />';
  const state = { items: [{ text: 'Referrals', link: '/referrals' }] };

  it('is closed on a narrow screen until its button is pressed', async () => {
    narrowScreen(true);
    const fixture = await render(template, [ServiceNavigation], state);
    expect(find(fixture, 'ul').hidden).toBe(true);
    expect(find(fixture, 'button').getAttribute('aria-expanded')).toBe('false');
    await click(fixture, 'button');
    expect(find(fixture, 'ul').hidden).toBe(false);
    expect(find(fixture, 'button').getAttribute('aria-expanded')).toBe('true');
  });

  it('has no button on a wide screen', async () => {
    narrowScreen(false);
    const fixture = await render(template, [ServiceNavigation], state);
    expect(find(fixture, 'button').hidden).toBe(true);
    expect(find(fixture, 'ul').hidden).toBe(false);
  });
});

@Component({
  imports: [SubNavigation],
  template: '<ui-sub-navigation [items]="items" />',
})
class CasePage {
  readonly items = [
    { text: 'Summary', link: '/case' },
    { text: 'Timeline', link: '/case/timeline' },
  ];
}

@Component({ imports: [SubNavigation], template: '<ui-sub-navigation [items]="items" />' })
class LongCasePage {
  readonly items = [1, 2, 3, 4, 5].map((number) => ({ text: `Section ${number}`, link: `/case/${number}` }));
}

describe('the sub navigation', () => {
  it('marks the section one is in, whatever the query string', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: CasePage }])] });
    const harness = await RouterTestingHarness.create('/case/timeline?page=2');
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/case/timeline?page=2');
    expect(elementOf(harness.fixture).querySelector('[aria-current=page]')?.textContent).toBe('Timeline');
    expect(elementOf(harness.fixture).querySelectorAll('[aria-current]')).toHaveLength(1);
  });

  it('folds many sections behind the name of the current one on a narrow screen', async () => {
    const query = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
    Object.assign(globalThis, { matchMedia: () => query });
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: LongCasePage }])] });
    const harness = await RouterTestingHarness.create('/case/2');
    await harness.fixture.whenStable();
    const toggle = find(harness.fixture, '.app-sub-navigation__toggle');
    expect(toggle.textContent.trim()).toBe('Sections of this page: Section 2');
    expect(find(harness.fixture, 'nav ul').hidden).toBe(true);
    await click(harness.fixture, '.app-sub-navigation__toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(find(harness.fixture, 'nav ul').hidden).toBe(false);
    Reflect.deleteProperty(globalThis, 'matchMedia');
  });
});

describe('the dialog', () => {
  // jsdom knows the element but not what it does.
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });

  it('opens and closes with its input, has a name, and says when it is closed', async () => {
    const isOpen = signal(false);
    const state = { isOpen, count: 0, closed: () => state.count++ };
    const template = '<ui-dialog heading="Sign in again" [isOpen]="isOpen()" (closed)="closed()">Text</ui-dialog>';
    const fixture = await render(template, [Dialog], state);
    const dialog = find<HTMLDialogElement>(fixture, 'dialog');
    expect(dialog.open).toBe(false);
    isOpen.set(true);
    await fixture.whenStable();
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Sign in again');
    isOpen.set(false);
    await fixture.whenStable();
    expect(dialog.open).toBe(false);
    expect(state.count).toBe(1);
  });
});
