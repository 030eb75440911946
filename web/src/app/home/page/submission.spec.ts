import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { FormProblems } from '../../shell/form-problems.js';
import { Problem } from '../../shell/problem.js';
import { openPage } from './page.fixture.js';
import { Submission } from './submission.js';

@Component({ template: '<input id="units" />', providers: [FormProblems] })
class ExamplePage {
  readonly submission = new Submission();
}

async function submission(): Promise<Submission> {
  const { fixture } = await openPage(ExamplePage);
  return (fixture.componentInstance as ExamplePage).submission;
}

describe('a submission', () => {
  it('sends once however often the button is pressed', async () => {
    const sent = await submission();
    let count = 0;
    let finish = (): void => undefined;
    const slow = (): Promise<void> => {
      count++;
      return new Promise((resolve) => (finish = resolve));
    };
    const first = sent.run(null, slow);
    expect(await sent.run(null, slow)).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(count).toBe(1);
  });

  it('lets another form of the page wait for its turn', async () => {
    const sent = await submission();
    const release = TestBed.runInInjectionContext(() => form(signal({ isRead: true })));
    const done: string[] = [];
    let finish = (): void => undefined;
    const first = sent.run(null, async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      done.push('decided');
    });
    const second = sent.run(release, () => Promise.resolve(done.push('released')));
    const doubleClick = sent.run(release, () => Promise.resolve(done.push('released again')));
    finish();
    expect([await first, await second, await doubleClick]).toEqual([true, true, false]);
    expect(done).toEqual(['decided', 'released']);
  });

  it('repeats a request under the same key until it is answered, and takes a new one for another body', async () => {
    const sent = await submission();
    const keyOf = (body: object): string | undefined => sent.creating(body).headers['Idempotency-Key'];
    const key = keyOf({ units: 1 });
    await sent.run(null, () => Promise.reject(new Problem(0, 'unreachable', 'No connection', 'Try again.')));
    expect(keyOf({ units: 1 })).toBe(key);
    expect(keyOf({ units: 2 })).not.toBe(key);

    const second = keyOf({ units: 2 });
    await sent.run(null, () => Promise.resolve());
    expect(keyOf({ units: 2 })).not.toBe(second);
  });

  it('puts a refusal without pointers on the control that its code is about', async () => {
    const sent = await submission();
    const refusal = new Problem(409, 'contract_capacity_exhausted', 'Not enough left', 'Left are 2 places.');
    await sent.run(null, () => Promise.reject(refusal), { contract_capacity_exhausted: 'units' });
    expect(sent.errorOf('units')).toBe('Not enough left. Left are 2 places.');
  });
});
