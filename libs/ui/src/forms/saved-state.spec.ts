import { signal } from '@angular/core';
import { find, render } from '../testing/render.js';
import { type SavedState, SavedStateStatus } from './saved-state.js';

describe('the saved state', () => {
  it.each<[SavedState, string]>([
    [{ kind: 'unchanged' }, ''],
    [{ kind: 'saving' }, 'Saving…'],
    [{ kind: 'saved', at: '2026-09-01T09:42:59Z' }, 'Saved 10:42'],
    [{ kind: 'saved', at: '2026-12-01T09:42:00Z' }, 'Saved 09:42'],
    [{ kind: 'retrying' }, 'Not saved – retrying'],
    [{ kind: 'refused', reason: 'this text is too long' }, 'Not saved – this text is too long'],
  ])('%j reads "%s"', async (state, text) => {
    const fixture = await render('<ui-saved-state [state]="state" />', [SavedStateStatus], { state });
    expect(find(fixture, '[aria-hidden]').textContent).toBe(text);
  });

  it('tells a screen reader the outcome, not every pause in typing', async () => {
    const state = signal<SavedState>({ kind: 'saved', at: '2026-09-01T09:42:00Z' });
    const fixture = await render('<ui-saved-state [state]="state()" />', [SavedStateStatus], { state });
    expect(find(fixture, '[role=status]').textContent).toBe('Saved 10:42');
    state.set({ kind: 'saving' });
    await fixture.whenStable();
    expect(find(fixture, '[role=status]').textContent).toBe('Saved 10:42');
    state.set({ kind: 'retrying' });
    await fixture.whenStable();
    expect(find(fixture, '[role=status]').textContent).toBe('Not saved – retrying');
  });
});
