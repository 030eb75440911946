import { forgetHistoryState } from './history-state.js';

describe('a page that is loaded anew', () => {
  it('keeps its address and nothing of what the router had put beside it', () => {
    window.history.replaceState({ navigationId: 3, ɵrouterUrl: '/no-access', done: 'Saved' }, '', '/users?page=2');
    forgetHistoryState();
    expect(window.history.state).toBeNull();
    expect(window.location.pathname + window.location.search).toBe('/users?page=2');
  });
});
