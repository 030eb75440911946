import { Component, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

@Component({ template: '' })
class TestPage {}

/** Renders a template that uses the given parts; `state` is what its bindings read. */
export async function render(
  template: string,
  imports: readonly Type<unknown>[],
  state: object = {},
): Promise<ComponentFixture<unknown>> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.overrideComponent(TestPage, { set: { template, imports: [...imports] } });
  const fixture = TestBed.createComponent(TestPage);
  Object.assign(fixture.componentInstance, state);
  document.body.append(elementOf(fixture));
  await fixture.whenStable();
  return fixture;
}

/** The element a fixture rendered into. */
export function elementOf(fixture: ComponentFixture<unknown>): HTMLElement {
  return fixture.nativeElement as HTMLElement;
}

/** The one element that fits the selector. */
export function find<T extends Element = HTMLElement>(fixture: ComponentFixture<unknown>, selector: string): T {
  const found = elementOf(fixture).querySelectorAll<T>(selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements fit ${selector}`);
  return found[0];
}

/** Types into a box, as far as the page can tell. */
export async function type(fixture: ComponentFixture<unknown>, selector: string, text: string): Promise<void> {
  const box = find<HTMLInputElement>(fixture, selector);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await fixture.whenStable();
}

/** Clicks on the one element that fits the selector. */
export async function click(fixture: ComponentFixture<unknown>, selector: string): Promise<void> {
  find(fixture, selector).click();
  await fixture.whenStable();
}
