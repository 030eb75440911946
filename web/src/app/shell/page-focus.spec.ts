import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { jest } from '@jest/globals';
import { PageFocus } from './page-focus.js';

@Component({ template: '<h1>First</h1>' })
class FirstPage {}

@Component({ template: '<h1>Second</h1>' })
class SecondPage {}

@Component({ imports: [RouterOutlet], template: '<a href="/second">Go on</a><main><router-outlet /></main>' })
class Host {}

async function go(address: string): Promise<void> {
  await TestBed.inject(Router).navigateByUrl(address);
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the focus after a navigation', () => {
  beforeEach(async () => {
    jest.spyOn(window, 'scrollTo').mockReturnValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'first', component: FirstPage },
          { path: 'second', component: SecondPage },
        ]),
      ],
    });
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement);
    fixture.autoDetectChanges();
    TestBed.inject(PageFocus).follow();
    await go('/first');
  });

  it('stays where the browser puts it on the first page of a visit', () => {
    expect(document.activeElement).toBe(document.body);
  });

  it('stands on the heading of a page that shows it at once', async () => {
    document.querySelector('a')?.focus();
    await go('/second');
    expect(document.activeElement?.textContent).toBe('Second');
  });

  it('stays where it is when only the query changes', async () => {
    document.querySelector('a')?.focus();
    await go('/first?page=2');
    expect(document.activeElement?.tagName).toBe('A');
  });
});
