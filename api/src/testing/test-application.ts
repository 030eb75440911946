import { randomUUID } from 'node:crypto';

import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '@panel/case-rules';
import request, { type Test } from 'supertest';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { sessionCookie } from '../auth/session-cookie.js';
import { Clock, dateInEngland } from '../common/clock.js';
import type { JsonLogger } from '../common/json-logger.js';
import { webApplication } from '../web-application/web-application.js';
import { type Environment, readEnvironment } from '../config/environment.js';
import { createTestDatabase } from './test-postgres.js';
import { TestRows } from './test-rows.js';

/** Stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return this.instant;
  }

  override today(): string {
    return dateInEngland(this.instant);
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }
}

type Method = 'get' | 'post' | 'put' | 'delete';

/** Somebody with a cookie: sends requests as the web application does. */
export class SignedIn {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly cookie: string | null,
  ) {}

  send(
    method: Method,
    path: string,
    options: { readonly version?: number; readonly key?: string; readonly body?: unknown } = {},
  ): Test {
    let test = request(this.app.getHttpServer())[method](`/api${path}`).set('X-Panel-Request', '1');
    if (this.cookie !== null) test = test.set('Cookie', this.cookie);
    if (options.version !== undefined) test = test.set('If-Match', `"${options.version}"`);
    if (method === 'post') test = test.set('Idempotency-Key', options.key ?? randomUUID());
    return options.body === undefined ? test : test.send(options.body as object);
  }

  /** As another server does it: a form, no header of ours, no cookie. */
  sendForm(path: string, fields: Readonly<Record<string, string>>): Test {
    return request(this.app.getHttpServer()).post(`/api${path}`).type('form').send(fields);
  }

  get(path: string): Test {
    return this.send('get', path);
  }

  post(path: string, body: unknown = {}, options: { readonly version?: number; readonly key?: string } = {}): Test {
    return this.send('post', path, { ...options, body });
  }

  put(path: string, body: unknown, version: number): Test {
    return this.send('put', path, { body, version });
  }
}

export interface TestApplication {
  readonly app: NestExpressApplication;
  readonly environment: Environment;
  /** The same database as the owner of its tables. */
  readonly ownerUrl: string;
  readonly clock: TestClock;
  readonly rows: TestRows;
  readonly anonymous: SignedIn;
  signInAs(
    role: Role,
    organisation?: { readonly schoolId?: string; readonly providerId?: string; readonly authorityId?: number },
  ): Promise<SignedIn>;
  /** Whoever holds the session of this token. */
  as(token: string): SignedIn;
  close(): Promise<void>;
}

/** The real application on a database of its own. Nothing of ours is replaced but the clock. */
export async function startTestApplication(
  today = '2026-11-24',
  changes: Partial<Environment> = {},
  logger: JsonLogger | false = false,
): Promise<TestApplication> {
  const database = await createTestDatabase();
  const environment: Environment = {
    ...readEnvironment({}),
    databaseUrl: database.application.url,
    scopeKey: database.application.scopeKey,
    isDemo: false,
    ...changes,
  };
  const clock = new TestClock(new Date(`${today}T10:00:00Z`));
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment, clock), {
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  configureApplication(app, { ...(logger && { accessLogger: logger }), isSecure: environment.isProduction });
  if (environment.webFolder) app.use(webApplication(environment.webFolder, environment));
  await app.init();
  const rows = await TestRows.open(database.url, clock);
  const { name: cookie } = sessionCookie(environment.isProduction);
  return {
    app,
    environment,
    ownerUrl: database.url,
    clock,
    rows,
    anonymous: new SignedIn(app, null),
    async signInAs(role, organisation = {}) {
      const token = await rows.aSession(role, organisation);
      return new SignedIn(app, `${cookie}=${token}`);
    },
    as: (token) => new SignedIn(app, `${cookie}=${token}`),
    async close() {
      await rows.close();
      await app.close();
      await database.drop();
    },
  };
}
