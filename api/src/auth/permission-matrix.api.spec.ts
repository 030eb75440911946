import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '@panel/case-rules';

import { AppModule } from '../app.module.js';
import { configureApplication } from '../application.js';
import { NotAudited } from '../audit/audited.js';
import { Id } from '../common/id.pipe.js';
import { Transactions } from '../database/transactions.js';
import { openApiDocument } from '../openapi-document.js';
import { RELATIONS, type Relation } from '../testing/matrix/expectation.js';
import { matrixDocument } from '../testing/matrix/matrix-document.js';
import { parametersOf, PermissionMatrix, type Player, titleOf } from '../testing/matrix/permission-matrix.js';
import { makeWorld, things, type World } from '../testing/matrix/world.js';
import { type Route, routesOf } from '../testing/routes.js';
import { SignedIn, startTestApplication, type TestApplication } from '../testing/test-application.js';
import type { Actor } from './actor.js';
import { permissions } from './permissions.js';
import { CurrentActor, Requires } from './requires.js';

let test: TestApplication;
let world: World;
let routes: Route[];

beforeAll(async () => {
  test = await startTestApplication();
  // Listening before the first request: thousands must not each open and close the server.
  await test.app.listen(0, '127.0.0.1');
  world = await makeWorld(test);
  routes = routesOf(test.app);
});

afterAll(() => test.close());

const places = (): Partial<Record<Role, { readonly schoolId?: string; readonly providerId?: string }>> => ({
  senco: { schoolId: world.alder },
  panel_member: { schoolId: world.alder },
  provider: { providerId: world.birch },
});

/** A new person of the role, at Alder School or Birch Support where the role has a place. */
async function signIn(role: Role, app: NestExpressApplication = test.app): Promise<Player> {
  const userId = await test.rows.aUser();
  const token = await test.rows.aSession(role, places()[role] ?? {}, userId);
  return { signedIn: new SignedIn(app, `panel-session=${token}`), userId };
}

function matrixOf(app: NestExpressApplication): PermissionMatrix {
  return new PermissionMatrix(world, openApiDocument(app), (role) => signIn(role, app), new SignedIn(app, null));
}

function unguarded(all: readonly Route[]): string[] {
  return all.filter(({ permission, isPublic }) => permission === null && !isPublic).map(titleOf);
}

describe('every route', () => {
  it('declares its permission or that it is public', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(unguarded(routes)).toEqual([]);
  });

  it('has an address of its own: of two at one address only the first would ever answer', () => {
    const addresses = routes.map(({ method, path: address }) => `${method} ${address.replaceAll(/:\w+/g, ':')}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it('names a permission of the list, and every permission is used', () => {
    const used = new Set<string>(routes.flatMap(({ permission }) => permission ?? []));
    expect([...used].filter((permission) => !(permission in permissions))).toEqual([]);
    expect(Object.keys(permissions).filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('answers every role about a thing of every relation as the rules say', async () => {
    const matrix = matrixOf(test.app);
    for (const route of routes.filter(({ isPublic }) => !isPublic)) await matrix.run(route);
    expect(matrix.violations).toEqual([]);
    const seen = new Set(matrix.cells.map(({ relation }) => relation));
    expect(RELATIONS.filter((relation) => !seen.has(relation))).toEqual([]);

    expect(matrix.cells.length).toBeGreaterThan(3_000);
  }, 300_000);

  it('stands in the committed matrix (after a change run `npm run matrix`)', async () => {
    const relationsOf = new Map<string, readonly Relation[]>();
    for (const [names, thing] of Object.entries(things)) {
      relationsOf.set(
        names,
        (await thing.make(world, world.clerk)).map(({ relation }) => relation),
      );
    }
    const file = path.resolve('docs/permission-matrix.md');
    const text = matrixDocument(routes, relationsOf);
    if (process.env['PANEL_WRITE_MATRIX']) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });

  it('has a thing for its parameters, and no thing is left over', () => {
    const used = new Set(routes.filter(({ isPublic }) => !isPublic).map((route) => parametersOf(route).join()));
    expect(Object.keys(things).filter((names) => !used.has(names))).toEqual([]);
  });
});

@Controller('planted')
class PlantedController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @NotAudited('planted')
  forgotten(): string {
    return 'secret';
  }

  /** Knows the permission and the authority, but forgets whose case it is. */
  @Get(':referralId')
  @Requires('referral:read')
  @NotAudited('planted')
  unscoped(@CurrentActor() actor: Actor, @Id('referralId') referralId: string): Promise<object> {
    return this.transactions.read(actor, async (tx) => ({
      rows: await tx.rows('select id from referrals where id = $1', [referralId]),
    }));
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

describe('a planted offence', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(
      { module: class {}, imports: [AppModule.with(test.environment, test.clock), PlantedModule] },
      { bodyParser: false, logger: false },
    );
    configureApplication(app, { isSecure: false });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  it('without a permission is found, and refused at run time even to somebody signed in', async () => {
    expect(unguarded(routesOf(app))).toEqual(['GET /planted']);
    const { signedIn } = await signIn('coordinator', app);
    const answer = await signedIn.get('/planted');
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('secret');
  });

  it('without a scope makes the matrix fail for everybody who would see too much', async () => {
    const planted = routesOf(app).filter((route) => route.path === '/planted/:referralId');
    const matrix = matrixOf(app);
    for (const route of planted) await matrix.run(route);
    expect(matrix.violations).toEqual(
      expect.arrayContaining([
        'GET /planted/:referralId (other_school) as senco: 200 , not 404',
        'GET /planted/:referralId (conflicted) as panel_member: 200 , not 404',
        'GET /planted/:referralId (consent_withdrawn) as panel_member: 200 , not 404',
        'GET /planted/:referralId (draft) as coordinator: 200 , not 404',
      ]),
    );
  });
});
