import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { choosePort } from '../config/free-port.js';

export interface ApiProcess {
  readonly port: number;
  readonly process: ChildProcess;
}

/** The built API as a process of its own, ready for requests. */
export async function startApiProcess(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const port = await choosePort(null, '127.0.0.1');
  const child = spawn(process.execPath, [path.resolve('api/dist/main.js')], {
    env: { PATH: process.env['PATH'], ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said.push(data.toString()));
  for (const until = Date.now() + 30_000; !(await isReady(port));) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the API did not start: ${said.join('')}`);
    await wait(50);
  }
  return { port, process: child };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
