import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider, Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

/** A page as the router shows it, with the API played by the spec. */
export interface OpenedPage {
  readonly fixture: ComponentFixture<unknown>;
  readonly element: HTMLElement;
  /** The one request that is waiting at this address. */
  request(url: string): TestRequest;
  /** Answers it, and lets the page show the answer. */
  answer(url: string, body: object): Promise<void>;
  /** Refuses it with problem details. */
  refuse(
    url: string,
    problem: { readonly status: number; readonly code: string; readonly title: string; readonly detail: string },
  ): Promise<void>;
  /** The text of the page, with single spaces. */
  text(): string;
  find<T extends Element = HTMLElement>(selector: string): T;
  /** Clicks on what has this text, a button, link or label. */
  press(text: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  settle(): Promise<void>;
}

export async function openPage(
  page: Type<unknown>,
  inputs: Readonly<Record<string, unknown>> = {},
  providers: readonly (Provider | EnvironmentProviders)[] = [],
): Promise<OpenedPage> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      ...providers,
    ],
  });
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const element: unknown = fixture.nativeElement;
  if (!(element instanceof HTMLElement)) throw new Error('The page has no element');
  document.body.append(element);
  const http = TestBed.inject(HttpTestingController);

  const settle = async (): Promise<void> => {
    // Not whenStable(): that waits for the requests that the spec has yet to answer.
    for (let round = 0; round < 5; round++) {
      TestBed.tick();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    }
  };
  const find = <T extends Element = HTMLElement>(selector: string): T => {
    const found = element.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing fits ${selector}`);
    return found;
  };
  const request = (url: string): TestRequest => http.expectOne((sent) => sent.urlWithParams === url);
  await settle();
  return {
    fixture,
    element,
    request,
    answer: async (url, body) => {
      request(url).flush(body);
      await settle();
    },
    refuse: async (url, problem) => {
      request(url).flush(problem, { status: problem.status, statusText: problem.title });
      await settle();
    },
    text: () => element.textContent.replace(/\s+/g, ' ').trim(),
    find,
    press: async (text) => {
      const all = [...element.querySelectorAll<HTMLElement>('button, a, label')];
      const found = all.find((each) => each.textContent.replace(/\s+/g, ' ').trim() === text);
      if (!found) throw new Error(`Nothing says ${text}`);
      found.click();
      await settle();
    },
    type: async (selector, text) => {
      const box = find<HTMLInputElement>(selector);
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    },
    settle,
  };
}
