import { type DestroyableInjector, Injector, signal, type WritableSignal, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { DraftSaver, type SavedDraft } from './draft-saver.js';
import { Problem } from './problem.js';

interface Answers {
  readonly text: string;
}

interface Request {
  readonly answers: Answers;
  readonly version: number;
  succeed(): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

const unreachable = new Problem(0, 'unreachable', 'The service cannot be reached', 'Check your connection.');
const stale = new Problem(412, 'version_stale', 'Somebody else has changed this', 'Load it again.');

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-09-01T09:00:00Z') });
});
const injectors: DestroyableInjector[] = [];
afterEach(() => {
  for (const injector of injectors.splice(0)) injector.destroy();
  jest.useRealTimers();
});

/** Lets promises that have resolved be noticed. */
async function settled(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

function setUp(reread?: () => Promise<SavedDraft & { answers: Answers }>) {
  const requests: Request[] = [];
  const answers: WritableSignal<Answers> = signal({ text: '' });
  const injector = Injector.create({ providers: [], parent: TestBed.inject(Injector) });
  injectors.push(injector);
  const save = (sent: Answers, version: number): Promise<SavedDraft> =>
    new Promise((resolve, reject) => {
      requests.push({
        answers: sent,
        version,
        succeed: () => {
          resolve({ version: version + 1, savedAt: '2026-09-01T09:42:00Z' });
          return settled();
        },
        fail: (problem) => {
          reject(problem);
          return settled();
        },
      });
    });
  const saver = runInInjectionContext(injector, () => new DraftSaver({ answers, save, ...(reread ? { reread } : {}) }));
  const type = (text: string): void => {
    answers.set({ text });
    TestBed.tick();
  };
  const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);
  const last = (): Request => {
    const request = requests.at(-1);
    if (!request) throw new Error('nothing was saved');
    return request;
  };
  TestBed.tick();
  const leave = (): void => injectors.pop()?.destroy();
  return { saver, requests, type, wait, last, leave };
}

describe('saving a draft', () => {
  it('waits for two seconds after the last key', async () => {
    const { saver, requests, type, wait } = setUp();
    saver.opened({ version: 3, savedAt: null });
    type('a');
    await wait(1_999);
    type('ab');
    await wait(1_999);
    expect(requests).toHaveLength(0);
    await wait(1);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ answers: { text: 'ab' }, version: 3 });
    expect(saver.state()).toEqual({ kind: 'saving' });
  });

  it('says when the answers were saved, and goes on with the new version', async () => {
    const { saver, type, wait, last } = setUp();
    saver.opened({ version: 3, savedAt: null });
    expect(saver.state()).toEqual({ kind: 'unchanged' });
    type('a');
    expect(saver.state()).toEqual({ kind: 'changed' });
    await wait(2_000);
    await last().succeed();
    expect(saver.state()).toEqual({ kind: 'saved', at: '2026-09-01T09:42:00Z' });
    type('ab');
    await wait(2_000);
    expect(last().version).toBe(4);
  });

  it('saves nothing before the answers have been read, and nothing that is there already', async () => {
    const { saver, requests, type, wait } = setUp();
    type('from the server');
    await wait(10_000);
    saver.opened({ version: 1, savedAt: '2026-08-31T10:00:00Z' });
    await wait(10_000);
    type('from the server!');
    type('from the server');
    await wait(1_000);
    expect(await saver.saveNow()).toBe(true);
    expect(requests).toHaveLength(0);
    expect(saver.state().kind).not.toBe('saving');
  });

  it('happens at once on demand, and says whether everything is safe', async () => {
    const { saver, type, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    const isSafe = saver.saveNow();
    await settled();
    await last().succeed();
    expect(await isSafe).toBe(true);
  });

  it('sends one request at a time, and what was typed meanwhile with the next', async () => {
    const { saver, requests, type, wait, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    await wait(2_000);
    type('ab');
    const isSafe = saver.saveNow();
    await wait(5_000);
    expect(requests).toHaveLength(1);
    await last().succeed();
    expect(requests).toHaveLength(2);
    expect(last()).toMatchObject({ answers: { text: 'ab' }, version: 2 });
    await last().succeed();
    expect(await isSafe).toBe(true);
    expect(saver.state().kind).toBe('saved');
  });
});

describe('without a network', () => {
  it('tries again after 2, 5, 10 and then every 30 seconds, always with the newest answers', async () => {
    const { saver, requests, type, wait, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    await wait(2_000);
    for (const [delay, text] of [
      [2_000, 'ab'],
      [5_000, 'abc'],
      [10_000, 'abcd'],
      [30_000, 'abcde'],
      [30_000, 'abcdef'],
    ] as const) {
      await last().fail(unreachable);
      expect(saver.state()).toEqual({ kind: 'retrying' });
      type(text);
      const before = requests.length;
      await wait(delay - 1);
      expect(requests).toHaveLength(before);
      await wait(1);
      expect(last().answers).toEqual({ text });
    }
    await last().succeed();
    expect(saver.state().kind).toBe('saved');
  });

  it('tries again as soon as it is back', async () => {
    const { saver, requests, type, wait, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    await wait(2_000);
    await last().fail(unreachable);
    window.dispatchEvent(new Event('online'));
    await settled();
    expect(requests).toHaveLength(2);
  });

  it('does not hold up the page: a save on demand says that it failed', async () => {
    const { saver, type, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    const isSafe = saver.saveNow();
    await settled();
    await last().fail(unreachable);
    expect(await isSafe).toBe(false);
  });

  it('asks before the page is closed with something unsaved on it', async () => {
    const { saver, type, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    const closing = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);
    type('a');
    expect(closing()).toBe(true);
    void saver.saveNow();
    await settled();
    await last().succeed();
    expect(closing()).toBe(false);
  });
});

describe('when somebody else has changed the answers', () => {
  it('stops saving until the page has read them again', async () => {
    const { saver, requests, type, wait, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('mine');
    await wait(2_000);
    await last().fail(stale);
    expect(saver.state()).toEqual({ kind: 'conflict' });
    type('mine too');
    await wait(60_000);
    expect(await saver.saveNow()).toBe(false);
    expect(requests).toHaveLength(1);

    type('theirs');
    saver.opened({ version: 9, savedAt: null });
    type('theirs and mine');
    await wait(2_000);
    expect(last().version).toBe(9);
  });

  it('sees that it was its own write, whose answer got lost', async () => {
    const reread = () => Promise.resolve({ version: 2, savedAt: '2026-09-01T09:41:00Z', answers: { text: 'mine' } });
    const { saver, type, wait, last } = setUp(reread);
    saver.opened({ version: 1, savedAt: null });
    type('mine');
    await wait(2_000);
    await last().fail(unreachable);
    await wait(2_000);
    await last().fail(stale);
    expect(saver.state()).toEqual({ kind: 'saved', at: '2026-09-01T09:41:00Z' });
    type('mine again');
    await wait(2_000);
    expect(last().version).toBe(2);
  });

  it('is a conflict when the server has other answers', async () => {
    const reread = () => Promise.resolve({ version: 2, savedAt: null, answers: { text: 'theirs' } });
    const { saver, type, wait, last } = setUp(reread);
    saver.opened({ version: 1, savedAt: null });
    type('mine');
    await wait(2_000);
    await last().fail(stale);
    await settled();
    expect(saver.state()).toEqual({ kind: 'conflict' });
  });
});

describe('when the API refuses the answers', () => {
  it('says why and does not insist, but saves the next change', async () => {
    const { saver, requests, type, wait, last } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    await wait(2_000);
    await last().fail(new Problem(422, 'too_long', 'Too long', 'shorten the text'));
    expect(saver.state()).toEqual({ kind: 'refused', reason: 'shorten the text' });
    await wait(60_000);
    expect(requests).toHaveLength(1);
    type('b');
    await wait(2_000);
    expect(requests).toHaveLength(2);
  });
});

describe('when the page is left', () => {
  it('saves what is not saved yet', async () => {
    const { saver, requests, type, leave } = setUp();
    saver.opened({ version: 1, savedAt: null });
    type('a');
    leave();
    await settled();
    expect(requests).toHaveLength(1);
  });

  it('saves nothing when nothing has changed', async () => {
    const { saver, requests, leave } = setUp();
    saver.opened({ version: 1, savedAt: null });
    leave();
    await settled();
    expect(requests).toHaveLength(0);
  });
});
