import type { Page } from '@playwright/test';

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  /** Of the thing that is changed. */
  readonly version?: number;
}

interface SavedReferral {
  readonly id: string;
  readonly version: number;
  readonly school: { readonly id: string };
  readonly sections: Readonly<Record<string, { readonly version: number; readonly answers: Record<string, unknown> }>>;
}

/** What a walk needs and does not show, done as the page's own person. */
export async function call<Answer>(page: Page, { method, path, body, version }: Call): Promise<Answer> {
  const answer = await page.evaluate(
    async ([verb, address, content, etag]) => {
      const response = await fetch(`/api${address}`, {
        method: verb,
        headers: {
          'Content-Type': 'application/json',
          'X-Panel-Request': '1',
          'Idempotency-Key': crypto.randomUUID(),
          ...(etag !== '' && { 'If-Match': `"${etag}"` }),
        },
        ...(content !== '' && { body: content }),
      });
      return { isOk: response.ok, status: response.status, text: await response.text() };
    },
    [method, path, body ? JSON.stringify(body) : '', version === undefined ? '' : String(version)] as const,
  );
  if (!answer.isOk) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return (answer.text === '' ? null : JSON.parse(answer.text)) as Answer;
}

export const readReferral = (page: Page, id: string): Promise<SavedReferral> =>
  call<SavedReferral>(page, { method: 'GET', path: `/referrals/${id}` });

/** A draft with the answers of another referral of the school, ready to be signed off. Gives its id. */
export async function copyWholeReferral(page: Page, fromId: string): Promise<string> {
  const { school, sections } = await readReferral(page, fromId);
  const { id } = await call<{ id: string }>(page, {
    method: 'POST',
    path: '/referrals',
    body: { schoolId: school.id },
  });
  for (const [section, { answers }] of Object.entries(sections)) {
    await call(page, { method: 'PUT', path: `/referrals/${id}/sections/${section}`, body: answers, version: 0 });
  }
  return id;
}

/** The SENCo, who is the head teacher of a small school, signs it off as it stands. */
export async function signOffByApi(page: Page, id: string): Promise<void> {
  const { version } = await readReferral(page, id);
  const body = { role: 'Head teacher', hasConfirmed: true };
  await call(page, { method: 'POST', path: `/referrals/${id}/sign-offs/sign`, body, version });
}
