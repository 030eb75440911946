import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { type OpenedPage, openPage } from '../home/page/page.fixture.js';
import { WriteNotePage } from '../notes/write-note-page.js';
import { CorrectNotePage } from '../notes/correct-note-page.js';
import { submit } from '../referrals/referral.fixture.js';
import { CurrentSession } from '../session/current-session.js';

const draftOf = '/api/referrals/r1/form-drafts/write_note/r1';
const nothing = { version: 0, savedAt: null, answers: null };
const saved = (version: number) => ({ version, savedAt: '2026-11-24T10:42:00Z' });
const typingPause = 2_000;

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-24T11:00:00Z') });
});

afterEach(() => {
  jest.useRealTimers();
});

const someone = {
  provide: CurrentSession,
  useValue: {
    session: () => ({ authority: { name: 'Larkshire' }, roles: [{ role: 'coordinator' }] }),
    may: () => true,
  },
};

async function writeNote(kept?: object): Promise<OpenedPage> {
  const page = await openPage(WriteNotePage, { referralId: 'r1' }, [someone]);
  if (kept) await page.answer(draftOf, kept);
  return page;
}

async function pause(page: OpenedPage): Promise<void> {
  await jest.advanceTimersByTimeAsync(typingPause);
  await page.settle();
}

const textOf = (page: OpenedPage): string => page.find<HTMLTextAreaElement>('#text').value;

describe('a form that is kept while it is typed', () => {
  it('says when what was typed is safe, and sends only what differs from the form as it was opened', async () => {
    const page = await writeNote(nothing);
    expect(page.text()).not.toContain('Saved');
    await page.type('#text', 'Rang the family');
    await pause(page);
    const request = page.request(draftOf);
    expect([request.request.method, request.request.headers.get('If-Match'), request.request.body]).toEqual([
      'PUT',
      '"0"',
      { answers: { text: 'Rang the family' } },
    ]);
    request.flush(saved(1));
    await page.settle();
    expect(page.text()).toContain('Saved 10:42');
  });

  it('holds what was typed before when it is opened again, and can throw it away', async () => {
    const page = await writeNote({ ...saved(3), answers: { text: 'Rang the family', visibility: 'council' } });
    expect(textOf(page)).toBe('Rang the family');
    expect(page.text()).toContain('You typed this on 24 November 2026 at 10:42 and did not send it.');
    expect(page.find<HTMLInputElement>('input[value="council"]').checked).toBe(true);
    await page.press('Throw it away');
    const request = page.request(draftOf);
    expect(request.request.method).toBe('DELETE');
    request.flush(null);
    await page.settle();
    expect(textOf(page)).toBe('');
    expect(page.text()).not.toContain('You typed this');
  });

  it('says so when it could not be thrown away, and keeps it', async () => {
    const page = await writeNote({ ...saved(3), answers: { text: 'Rang the family' } });
    await page.press('Throw it away');
    await page.refuse(draftOf, { status: 503, code: 'down', title: 'Down', detail: 'Try again later.' });
    expect(page.text()).toContain('It was not thrown away. Try again later.');
    expect(textOf(page)).toBe('Rang the family');
  });

  it('does not bring back what no longer fits the form', async () => {
    const page = await writeNote({ ...saved(3), answers: { text: ['a list'], gone: 'x' } });
    expect(textOf(page)).toBe('');
    expect(page.text()).not.toContain('You typed this');
  });

  it('is sent without what is kept coming back: nothing is saved while it is sent, nor after', async () => {
    const page = await writeNote(nothing);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl');
    await page.type('#text', 'Rang the family');
    await page.press('Council only');
    await submit(page);
    const sent = page.request('/api/referrals/r1/notes');
    await pause(page);
    expect(() => page.request(draftOf)).toThrow();
    sent.flush({});
    await pause(page);
    expect(navigate).toHaveBeenCalled();
    page.fixture.destroy();
    expect(() => page.request(draftOf)).toThrow();
  });

  it('is saved again when the sending was refused', async () => {
    const page = await writeNote(nothing);
    await page.type('#text', 'Rang the family');
    await page.press('Council only');
    await submit(page);
    await page.refuse('/api/referrals/r1/notes', { status: 500, code: 'x', title: 'Broken', detail: 'Try again.' });
    await pause(page);
    expect(page.request(draftOf).request.body).toEqual({ answers: { text: 'Rang the family', visibility: 'council' } });
  });

  it('leaves the choice to the person where something was typed before it was known what is kept', async () => {
    const page = await writeNote();
    await page.type('#text', 'Typed at once');
    await page.answer(draftOf, { ...saved(3), answers: { text: 'Typed before' } });
    expect(textOf(page)).toBe('Typed at once');
    await page.press('Use what you typed there');
    expect(textOf(page)).toBe('Typed before');
  });

  it('leaves the choice to the person where another window has saved something else', async () => {
    const page = await writeNote(nothing);
    await page.type('#text', 'Here');
    await pause(page);
    await page.refuse(draftOf, { status: 412, code: 'version_stale', title: 'Stale', detail: '' });
    await page.answer(draftOf, { ...saved(4), answers: { text: 'There' } });
    expect(page.text()).toContain('You typed something else into this form in another window');
    expect(page.text()).toContain('Not saved – something else was typed in another window');
    await page.press('Keep what is on this page');
    const request = page.request(draftOf);
    expect([request.request.headers.get('If-Match'), request.request.body]).toEqual([
      '"4"',
      { answers: { text: 'Here' } },
    ]);
  });

  it('goes on by itself where the other window has sent its form', async () => {
    const page = await writeNote({ ...saved(3), answers: { text: 'Kept' } });
    await page.type('#text', 'Kept and more');
    await pause(page);
    await page.refuse(draftOf, { status: 412, code: 'version_stale', title: 'Stale', detail: '' });
    await page.answer(draftOf, nothing);
    expect(page.request(draftOf).request.headers.get('If-Match')).toBe('"0"');
    expect(page.text()).not.toContain('another window');
  });

  it('keeps what is typed without a connection as soon as there is one', async () => {
    const page = await writeNote();
    page.request(draftOf).error(new ProgressEvent('error'));
    await page.settle();
    await page.type('#text', 'In the train');
    await pause(page);
    expect(page.request(draftOf).request.body).toEqual({ answers: { text: 'In the train' } });
  });

  it('keeps nothing where it may not', async () => {
    const page = await writeNote();
    await page.refuse(draftOf, { status: 403, code: 'forbidden', title: 'No', detail: '' });
    await page.type('#text', 'Words');
    await pause(page);
    expect(() => page.request(draftOf)).toThrow();
  });
});

describe('a kept form that changes something', () => {
  const note = {
    ...{
      id: 'n1',
      referralId: 'r1',
      version: 1,
      visibility: 'council',
      text: 'Rang',
      writtenByName: 'A',
      providerName: null,
    },
    ...{ writtenAt: '2026-11-24T10:00:00Z', correctedAt: null, canCorrect: true, earlier: [] },
  };

  it('is about the one thing, and leaves what nobody touched as the thing is now', async () => {
    const page = await openPage(CorrectNotePage, { referralId: 'r1', noteId: 'n1' }, [someone]);
    await page.answer('/api/notes/n1', note);
    const address = '/api/referrals/r1/form-drafts/correct_note/n1';
    await page.answer(address, { ...saved(1), answers: { text: 'Wrote' } });
    expect(textOf(page)).toBe('Wrote');
    expect(page.find<HTMLInputElement>('input[value="council"]').checked).toBe(true);
  });
});
