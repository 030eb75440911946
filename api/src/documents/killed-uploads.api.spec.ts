import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { jest } from '@jest/globals';

import { startApiProcess } from '../testing/api-process.js';
import { aPdf } from '../testing/sample-files.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';

jest.setTimeout(90_000);

let test: TestApplication;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'inclusion-panel-killed-'));
  test = await startTestApplication();
});

afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

describe('an API that is killed while files arrive', () => {
  it('has lost no file that it said it had, and has no row without its file', async () => {
    const schoolId = await test.rows.aSchool();
    const referralIds = await Promise.all(Array.from({ length: 4 }, () => test.rows.aReferral({ schoolId })));
    const token = await test.rows.aSession('senco', { schoolId });
    // The process has the machine's clock, not the test's.
    await test.rows.query(
      "update sessions set created_at = now(), last_seen_at = now(), expires_at = now() + interval '1 hour'",
    );
    const acknowledged: string[] = [];
    let sent = 0;
    for (const patience of [150, 400, 700]) {
      const api = await startApiProcess({
        DATABASE_URL: test.environment.databaseUrl ?? '',
        PANEL_SCOPE_KEY: test.environment.scopeKey ?? '',
        PANEL_DOCUMENTS_FOLDER: folder,
      });
      let isAlive = true;
      const sending = referralIds.map(async (referralId) => {
        while (isAlive) {
          sent += 1;
          const form = new FormData();
          form.append('file', new Blob([new Uint8Array(aPdf(`${sent}`)), new Uint8Array(300_000)]), 'report.pdf');
          const answer = await fetch(`http://127.0.0.1:${api.port}/api/referrals/${referralId}/documents`, {
            method: 'POST',
            body: form,
            headers: { Cookie: `panel-session=${token}`, 'X-Panel-Request': '1', 'Idempotency-Key': randomUUID() },
          }).catch(() => null);
          if (answer?.status === 201) {
            const body = (await answer.json().catch(() => null)) as { current: { id: string } } | null;
            if (body) acknowledged.push(body.current.id);
          } else if (answer?.status === 409) return; // fifty are enough
        }
      });
      await wait(patience);
      const ended = new Promise((resolve) => api.process.once('exit', resolve));
      api.process.kill('SIGKILL');
      isAlive = false;
      await ended;
      await Promise.all(sending);
    }

    const rows = await test.rows.query<{ id: string; key: string; sha256: Buffer }>(
      'select id, storage_key as key, sha256 from document_versions',
    );
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(acknowledged.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    const isWhole = ({ key, sha256 }: { key: string; sha256: Buffer }): boolean => {
      const file = path.join(folder, '1', key.slice(0, 2), key);
      return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest().equals(sha256);
    };
    expect(rows.filter((row) => !isWhole(row))).toEqual([]);
  });
});
