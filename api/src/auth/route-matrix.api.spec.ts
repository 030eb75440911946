import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ROLES, type Role } from '@panel/case-rules';
import request from 'supertest';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { type Route, routesOf } from '../testing/routes.js';
import { type SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import { permissions } from './permissions.js';

let test: TestApplication;
let routes: Route[];
const people = new Map<Role, SignedIn>();

beforeAll(async () => {
  test = await startTestApplication();
  routes = routesOf(test.app);
  const schoolId = await test.rows.aSchool();
  const providerId = await test.rows.aProvider();
  for (const role of ROLES) {
    people.set(
      role,
      await test.signInAs(role, role === 'senco' ? { schoolId } : role === 'provider' ? { providerId } : {}),
    );
  }
});

afterAll(() => test.close());

/** The address of a route with ids of nothing. */
const address = ({ path }: Route): string => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');

function unguarded(all: readonly Route[]): string[] {
  return all
    .filter(({ permission, isPublic }) => permission === null && !isPublic)
    .map(({ method, path }) => `${method} ${path}`);
}

describe('every route', () => {
  it('declares its permission or that it is public', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(unguarded(routes)).toEqual([]);
  });

  it('is public only where it is on this list', () => {
    expect(routes.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /account/authenticator-app',
      'post /account/authenticator-app/confirm',
      'post /account/passkeys',
      'post /account/passkeys/options',
      'get /demo/outbox',
      'get /demo/people',
      'post /demo/session',
      'get /identity-providers/sign-in-options',
      'get /service',
      'delete /session',
      'get /session',
      'post /session',
      'post /session/confirmation',
      'post /session/passkey-options',
      'post /session/second-factor',
      'get /session/step',
      'get /session/times',
    ]);
  });

  it('names a permission of the list, and every permission is used', () => {
    const used = new Set(routes.flatMap(({ permission }) => permission ?? []));
    expect([...used].filter((permission) => !(permission in permissions))).toEqual([]);
    expect(Object.keys(permissions).filter((permission) => !used.has(permission as keyof typeof permissions))).toEqual(
      [],
    );
  });

  it('is refused to nobody with 401 and to each role without the permission with 403, and let through otherwise', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const check = async (who: string, person: SignedIn, expected: (status: number) => boolean): Promise<void> => {
        cells += 1;
        const { status } = await person.send(route.method === 'patch' ? 'put' : route.method, address(route), {
          version: 1,
          ...(route.method === 'get' ? {} : { body: {} }),
        });
        if (!expected(status)) wrong.push(`${who}: ${route.method} ${route.path} gave ${status}`);
      };
      await check('nobody', test.anonymous, (status) => status === 401);
      for (const [role, person] of people) {
        const holders: readonly Role[] = route.permission ? permissions[route.permission] : [];
        await check(role, person, (status) =>
          holders.includes(role) ? status !== 401 && status !== 403 && status < 500 : status === 403,
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(routes.filter(({ isPublic }) => !isPublic).length * (ROLES.length + 1));
  });
});

@Controller('planted')
class PlantedController {
  @Get()
  forgotten(): string {
    return 'secret';
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

describe('a planted route without a permission', () => {
  it('is found by the check above and refused at run time even to somebody signed in', async () => {
    const app = await NestFactory.create<NestExpressApplication>(
      { module: class {}, imports: [AppModule.with(test.environment, test.clock), PlantedModule] },
      { bodyParser: false, logger: false },
    );
    configureApplication(app, { isSecure: false });
    await app.init();
    try {
      expect(unguarded(routesOf(app))).toEqual(['get /planted']);
      const token = await test.rows.aSession('coordinator');
      const answer = await request(app.getHttpServer()).get('/api/planted').set('Cookie', `panel-session=${token}`);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('secret');
    } finally {
      await app.close();
    }
  });
});
