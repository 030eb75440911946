import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES, type Role } from '@panel/case-rules';
import type { Response } from 'supertest';

import { permissions } from '../../auth/permissions.js';
import type { Route } from '../routes.js';
import type { SignedIn } from '../test-application.js';
import { bodySchemaOf, exampleBody } from './example-body.js';
import { type Relation, sees } from './expectation.js';
import { type Target, things, type World } from './world.js';

export type Person = Role | 'nobody';

/** Somebody of a role with a session of their own. */
export interface Player {
  readonly signedIn: SignedIn;
  readonly userId: string;
}

export interface Cell {
  readonly route: Route;
  readonly person: Person;
  readonly relation: Relation | null;
  readonly status: number;
  readonly code: string;
}

const nothing = '00000000-0000-4000-8000-000000000000';

/** The parameters of a path in their order, as `things` names them. */
export function parametersOf({ path }: Pick<Route, 'path'>): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

/** What the answer to a cell must be. */
export function expected(route: Route, person: Person, relation: Relation | null): 401 | 403 | 404 | 'let through' {
  if (person === 'nobody') return 401;
  const holders: readonly Role[] = route.permission ? permissions[route.permission] : [];
  if (!holders.includes(person)) return 403;
  if (relation === null) return 'let through';
  const kind = things[parametersOf(route).join()]?.kind ?? '';
  return sees[kind]?.[person]?.includes(relation) ? 'let through' : 404;
}

/** Asks every route as every person about a thing of every relation, and gives what came. */
export class PermissionMatrix {
  readonly cells: Cell[] = [];
  readonly violations: string[] = [];

  constructor(
    private readonly world: World,
    private readonly document: OpenAPIObject,
    private readonly signIn: (role: Role) => Promise<Player>,
    private readonly nobody: SignedIn,
  ) {}

  async run(route: Route): Promise<void> {
    const names = parametersOf(route);
    const thing = things[names.join()];
    if (names.length > 0 && !thing) {
      this.violations.push(`${titleOf(route)}: things in world.ts do not say what ${names.join()} are`);
      return;
    }
    for (const person of ['nobody', ...ROLES] as const) {
      // New for each: what one request changes (a case, a session) must not decide the next answer.
      const player =
        person === 'nobody' ? { signedIn: this.nobody, userId: this.world.clerk } : await this.signIn(person);
      const targets = (await thing?.make(this.world, player.userId)) ?? [];
      const absent: Target = { relation: 'absent', ids: Object.fromEntries(names.map((name) => [name, nothing])) };
      if (names.length === 0) await this.ask(route, person, player.signedIn, null);
      else await this.askAll(route, person, player.signedIn, [...targets, absent]);
    }
  }

  private async askAll(route: Route, person: Person, signedIn: SignedIn, targets: readonly Target[]): Promise<void> {
    const bodies = new Map<Relation, string>();
    for (const target of targets) {
      const { text, status } = await this.ask(route, person, signedIn, target);
      if (status === 404) bodies.set(target.relation, text);
    }
    // Whatever is hidden looks exactly like what does not exist.
    for (const [relation, text] of bodies) {
      if (text !== bodies.get('absent'))
        this.violations.push(`${titleOf(route)} tells ${person} that ${relation} exists`);
    }
  }

  private async ask(route: Route, person: Person, signedIn: SignedIn, target: Target | null): Promise<Response> {
    const names = parametersOf(route);
    const path = names.reduce((text, name) => text.replace(`:${name}`, target?.ids[name] ?? nothing), route.path);
    const schema = bodySchemaOf(this.document, route.method, route.path);
    const answer = await signedIn.send(route.method === 'patch' ? 'put' : route.method, path, {
      version: 1,
      ...(route.method !== 'get' && { body: schema ? exampleBody(this.document, schema, target?.ids ?? {}) : {} }),
    });
    this.judge(route, person, target?.relation ?? null, answer);
    return answer;
  }

  private judge(route: Route, person: Person, relation: Relation | null, answer: Response): void {
    const { status } = answer;
    const code = String((answer.body as { code?: unknown } | undefined)?.code ?? '');
    this.cells.push({ route, person, relation, status, code });
    const wanted = expected(route, person, relation);
    // A route that names no thing may find that its person has none.
    const refusals = relation === null ? [401, 403] : [401, 403, 404];
    const isAsWanted = wanted === 'let through' ? !refusals.includes(status) && status < 500 : status === wanted;
    if (!isAsWanted) {
      const what = relation === null ? '' : ` (${relation})`;
      this.violations.push(`${titleOf(route)}${what} as ${person}: ${status} ${code}, not ${wanted}`);
    }
  }
}

export function titleOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}
