import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { NotAudited } from '../audit/audited.js';
import { startTestApplication, type TestApplication } from '../testing/test-application.js';
import { tokenOf } from '../testing/test-sign-in.js';
import { Requires, RequiresRecentSignIn } from './requires.js';

@Controller('planted')
class PlantedController {
  @Get('plain')
  @Requires('home:read')
  @NotAudited('planted')
  plain(): string {
    return 'plain';
  }

  @Post('grave')
  @Requires('referral:accept')
  @RequiresRecentSignIn()
  @NotAudited('planted')
  grave(): string {
    return 'done';
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

let test: TestApplication;
let app: NestExpressApplication;

beforeAll(async () => {
  test = await startTestApplication('2026-11-24', { isDemo: true });
  app = await NestFactory.create<NestExpressApplication>(
    { module: class {}, imports: [AppModule.with(test.environment, test.clock), PlantedModule] },
    { bodyParser: false, logger: false },
  );
  configureApplication(app, { isSecure: false });
  await app.init();
});

afterAll(async () => {
  await app.close();
  await test.close();
});

afterEach(() => test.clock.set('2026-11-24T10:00:00Z'));

const send = (token: string, method: 'get' | 'post', path: string) =>
  request(app.getHttpServer())
    [method](`/api${path}`)
    .set('X-Panel-Request', '1')
    .set('Cookie', `panel-session=${token}`);

async function aDemoPerson(): Promise<string> {
  const userId = await test.rows.aUser();
  const key = `demo-${userId}`;
  await test.rows.query('update users set demo_key = $2 where id = $1', [userId, key]);
  await test.rows.grant(userId, 'coordinator');
  const answer = await test.anonymous.post('/demo/session', { key }).expect(200);
  return tokenOf(answer);
}

describe('what needs a recent sign-in', () => {
  it('is done within five minutes of signing in', async () => {
    const token = await aDemoPerson();
    test.clock.set('2026-11-24T10:04:59Z');
    await send(token, 'post', '/planted/grave').expect(201);
  });

  it('is refused after five minutes, by a code of its own, while all else goes on', async () => {
    const token = await aDemoPerson();
    test.clock.set('2026-11-24T10:05:00Z');
    const refused = await send(token, 'post', '/planted/grave').expect(403);
    expect(refused.body.code).toBe('confirmation_needed');
    await send(token, 'get', '/planted/plain').expect(200);
  });

  it('says first that a permission is missing, so that nobody confirms in vain', async () => {
    const token = await test.rows.aSession('board_member');
    test.clock.set('2026-11-24T10:20:00Z');
    expect((await send(token, 'post', '/planted/grave').expect(403)).body.code).toBe('permission_missing');
  });

  it('is done after a confirmation, with a new token; the old one is dead, and the trail says so', async () => {
    const token = await aDemoPerson();
    test.clock.set('2026-11-24T10:20:00Z');
    const confirmed = await test.as(token).post('/session/confirmation', { method: 'demo', value: '' }).expect(200);
    const fresh = tokenOf(confirmed);
    expect(fresh).not.toBe(token);
    await send(token, 'get', '/planted/plain').expect(401);
    await send(fresh, 'post', '/planted/grave').expect(201);
    const { userId } = confirmed.body.session;
    const trail = await test.rows.query('select event from audit_events where actor_user_id = $1 order by id', [
      userId,
    ]);
    expect(trail.map(({ event }) => event)).toEqual(['session.signed_in', 'session.confirmed']);
    test.clock.set('2026-11-24T10:25:00Z');
    await send(fresh, 'post', '/planted/grave').expect(403);
  });

  it('is not confirmed by one click for a person who is not of the demo', async () => {
    const token = await test.rows.aSession('coordinator');
    await test.as(token).post('/session/confirmation', { method: 'demo', value: '' }).expect(404);
    await test.anonymous.post('/session/confirmation', { method: 'demo', value: '' }).expect(401);
  });

  it('does not prolong the ten hours of the session', async () => {
    let token = await aDemoPerson();
    for (let minutes = 20; minutes < 600; minutes += 20) {
      test.clock.set(new Date(Date.parse('2026-11-24T10:00:00Z') + minutes * 60_000).toISOString());
      token = tokenOf(await test.as(token).post('/session/confirmation', { method: 'demo', value: '' }).expect(200));
    }
    test.clock.set('2026-11-24T20:00:00Z');
    await test.as(token).get('/session').expect(401);
  });
});
