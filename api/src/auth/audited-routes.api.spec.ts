import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { auditEvents } from '../audit/audit-event-names.js';
import { Audited } from '../audit/audited.js';
import { type Route, routesOf } from '../testing/routes.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { Requires } from './requires.js';

let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication();
});

afterAll(() => test.close());

const named = ({ method, path }: Route): string => `${method} ${path}`;
const undeclared = (routes: readonly Route[]): string[] => routes.filter(({ audit }) => audit === null).map(named);

describe('every route', () => {
  it('declares which audit events it leaves, or why it leaves none', () => {
    expect(undeclared(routesOf(test.app))).toEqual([]);
  });

  it('that changes something or names a case leaves an event', () => {
    const silent = routesOf(test.app).filter(
      ({ audit, method, path }) => audit?.events === null && (method !== 'get' || path.includes(':referralId')),
    );
    // Said every few seconds by each open page of a section: that it is open. The view and each save leave theirs.
    expect(silent.map(named)).toEqual(['post /referrals/:referralId/sections/:section/writers']);
  });

  it('names events of the list, or says why in words', () => {
    for (const { audit } of routesOf(test.app)) {
      if (audit?.events) expect(auditEvents).toEqual(expect.arrayContaining([...audit.events]));
      else expect(audit?.why).toMatch(/\w+ \w+/);
    }
  });
});

@Controller('planted')
class PlantedController {
  @Get('silent')
  @Requires('home:read')
  @Audited('referral.viewed')
  silent(): string {
    return 'a case';
  }

  @Get('undeclared')
  @Requires('home:read')
  undeclared(): string {
    return 'a case';
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

describe('a planted route', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(
      { module: class {}, imports: [AppModule.with(test.environment, test.clock), PlantedModule] },
      { bodyParser: false, logger: false },
    );
    configureApplication(app, { isSecure: false });
    await app.init();
  });

  afterAll(() => app.close());

  it('without a declaration is found by the check above', () => {
    expect(undeclared(routesOf(app))).toContain('get /planted/undeclared');
  });

  it('that promises an event and leaves none gives no answer', async () => {
    const token = await test.rows.aSession('coordinator');
    const answer = await request(app.getHttpServer())
      .get('/api/planted/silent')
      .set('Cookie', `panel-session=${token}`);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('a case');
  });
});
