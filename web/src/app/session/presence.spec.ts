import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { markOwnRequests } from './own-request-interceptor.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function reading() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([markOwnRequests])), provideHttpClientTesting()],
  });
  const http = TestBed.inject(HttpClient);
  const api = TestBed.inject(HttpTestingController);
  return (method: 'get' | 'post' = 'get') => {
    http.request(method, '/api/home').subscribe();
    return api.expectOne('/api/home').request.headers.has('X-Panel-Background');
  };
}

describe('a page that asks by itself', () => {
  it('says so when nobody has touched anything for two minutes', () => {
    const isBackground = reading();
    expect(isBackground()).toBe(false);
    jest.advanceTimersByTime(121_000);
    expect(isBackground()).toBe(true);
    window.dispatchEvent(new Event('keydown'));
    expect(isBackground()).toBe(false);
  });

  it('never says so of something that is sent', () => {
    const isBackground = reading();
    jest.advanceTimersByTime(121_000);
    expect(isBackground('post')).toBe(false);
  });
});
