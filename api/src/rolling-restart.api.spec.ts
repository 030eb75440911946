import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { jest } from '@jest/globals';

import { type ApiProcess, startApiProcess } from './testing/api-process.js';
import { createTestDatabase } from './testing/test-postgres.js';

jest.setTimeout(90_000);

interface Server extends ApiProcess {
  isReady: boolean;
}

const start = async (environment: Readonly<Record<string, string>>): Promise<Server> => ({
  ...(await startApiProcess(environment)),
  isReady: true,
});

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

function ask({ port }: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ port, path: address, agent, timeout: 5_000 }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', reject);
  });
}

const asksWell = (server: Server, address: string): Promise<boolean> =>
  ask(server, address).then(
    (status) => status === 200,
    () => false,
  );

describe('a rolling restart', () => {
  it('fails no request: a process that is told to end serves until nobody sends it any', async () => {
    const database = await createTestDatabase();
    const environment = {
      DATABASE_URL: database.application.url,
      PANEL_SCOPE_KEY: database.application.scopeKey,
      PANEL_DRAIN_SECONDS: '1',
    };
    const servers = [await start(environment), await start(environment)];
    let isRunning = true;
    const failures: string[] = [];
    const counts = new Map<number, number>();

    // As a proxy does: looks at each process's readiness, and sends requests to those that are ready.
    const looking = (async () => {
      while (isRunning) {
        for (const server of servers) server.isReady = await asksWell(server, '/api/health/ready');
        await wait(100);
      }
    })();
    const sending = Array.from({ length: 8 }, async (_, worker) => {
      for (let count = worker; isRunning; count += 1) {
        const ready = servers.filter(({ isReady }) => isReady);
        const server = ready[count % ready.length];
        if (!server) {
          failures.push('no process was ready');
          await wait(50);
          continue;
        }
        counts.set(server.process.pid ?? 0, (counts.get(server.process.pid ?? 0) ?? 0) + 1);
        const status = await ask(server, '/api/service').catch((error: unknown) => String(error));
        if (status !== 200) failures.push(`port ${server.port}: ${status}`);
      }
    });
    try {
      await wait(500);
      // Each in turn is replaced by a new process while requests go on.
      for (const old of [...servers]) {
        const ended = new Promise<number | null>((resolve) => old.process.once('exit', resolve));
        old.process.kill('SIGTERM');
        expect(await ended).toBe(0);
        servers.splice(servers.indexOf(old), 1, await start(environment));
        await wait(300);
      }
    } finally {
      isRunning = false;
      await Promise.all([looking, ...sending]);
      for (const { process: child } of servers) child.kill('SIGKILL');
      agent.destroy();
      await database.drop();
    }
    expect(failures).toEqual([]);
    expect(counts.size).toBe(4);
    expect(Math.min(...counts.values())).toBeGreaterThan(20);
  });
});
