import type { OpenAPIObject } from '@nestjs/swagger';
import { type Role, ROLES } from '@panel/case-rules';
import fc from 'fast-check';

import { permissions } from '../../auth/permissions.js';
import { bodySchemaOf, exampleBody, queryNamesOf } from '../matrix/example-body.js';
import { parametersOf, type Person } from '../matrix/permission-matrix.js';
import type { Route } from '../routes.js';

/** One request as it goes over the wire. */
export interface FuzzRequest {
  readonly person: Person;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Ids by the name of a parameter: of one's own authority and of the other one. */
export interface KnownIds {
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly foreign: ReadonlyMap<string, readonly string[]>;
}

const nothing = '00000000-0000-4000-8000-000000000000';

/** Keys that come again, so that some requests are repeats, with the same body or another one. */
const keys = Array.from({ length: 6 }, (_, index) => `00000000-0000-4000-9000-00000000000${index}`);

const strangeTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '‮مرحبا',
    "' or 1=1 --",
    '../../../../etc/passwd',
    '%00',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '=1+1',
    '-0',
    'NaN',
    '9'.repeat(400),
    'é'.repeat(5_000),
    '2026-02-30',
    '0000-00-00',
  ),
);

const wrongValues: fc.Arbitrary<unknown> = fc.oneof(
  strangeTexts,
  fc.constantFrom<unknown>(null, true, false, [], {}, -1, 0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [[[[[]]]]], [null]),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}')),
);

/** Any request to any route: mostly nearly right, as those reach furthest. */
export function anyRequest(
  document: OpenAPIObject,
  routes: readonly Route[],
  known: KnownIds,
): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...routes).chain((route) =>
    fc
      .record({
        person: somebodyFor(route),
        ids: fc.array(fc.record({ kind: fc.nat(9), pick: fc.nat(), text: strangeTexts }), {
          minLength: 3,
          maxLength: 3,
        }),
        change: bodyChange,
        query: fc.array(fc.record({ pick: fc.nat(20), value: strangeTexts, isRight: fc.boolean() }), { maxLength: 3 }),
        version: fc.oneof(
          fc.integer({ min: 0, max: 4 }).map((number) => `"${number}"`),
          fc.constantFrom('', '*', 'x', '"-1"', '"99999999999999999999"'),
        ),
        key: fc.oneof(fc.constantFrom(...keys), fc.uuid(), fc.constantFrom('', 'x')),
        omits: fc.nat(20),
      })
      .map((chosen): FuzzRequest => {
        const idOf = (name: string, index: number): string => {
          const { kind, pick, text } = chosen.ids[index % 3] ?? { kind: 0, pick: 0, text: '' };
          const from = kind < 5 ? known.own.get(name) : kind < 8 ? known.foreign.get(name) : undefined;
          if (kind === 9) return text || nothing;
          return from && from.length > 0 ? (from[pick % from.length] ?? nothing) : nothing;
        };
        const names = parametersOf(route);
        const path = names.reduce(
          (text, name, index) => text.replace(`:${name}`, encodeURIComponent(wellFormed(idOf(name, index)))),
          route.path,
        );
        const schema = bodySchemaOf(document, route.method, route.path);
        const ids = Object.fromEntries(
          [...known.own.keys()].map((name, index) => [name, idOf(name, index + names.length)]),
        );
        const body = schema ? JSON.stringify(chosen.change(exampleBody(document, schema, ids))) : null;
        return {
          person: chosen.person,
          method: route.method.toUpperCase(),
          path: path + queryOf(document, route, chosen.query),
          headers: {
            ...(chosen.omits !== 1 && { 'X-Panel-Request': '1' }),
            ...(route.method !== 'get' && chosen.version !== '' && { 'If-Match': chosen.version }),
            ...(route.method === 'post' && chosen.key !== '' && { 'Idempotency-Key': chosen.key }),
            ...(body !== null && { 'Content-Type': chosen.omits === 2 ? 'text/plain' : 'application/json' }),
          },
          body: body !== null && chosen.omits === 3 ? body.slice(0, -1) : (body ?? null),
        };
      }),
  );
}

/** Mostly somebody who has the permission: others get no further than the door. */
function somebodyFor({ permission }: Route): fc.Arbitrary<Person> {
  const anybody = fc.constantFrom<Person>('nobody', ...ROLES);
  const holders: readonly Role[] = permission ? permissions[permission] : [];
  return holders.length === 0
    ? anybody
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Person>(...holders) }, { weight: 1, arbitrary: anybody });
}

/** What is done to a right body: nothing, one field wrong, one missing, one too many, or something else altogether. */
const bodyChange: fc.Arbitrary<(body: unknown) => unknown> = fc
  .record({
    kind: fc.nat(9),
    pick: fc.nat(),
    value: wrongValues,
    name: fc.oneof(strangeTexts, fc.constantFrom('__proto__', 'id', 'authorityId', 'status', 'version')),
  })
  .map(({ kind, pick, value, name }) => (body: unknown) => {
    if (kind < 3 || typeof body !== 'object' || body === null) return kind === 9 ? value : body;
    const entries = Object.entries(body);
    const [field] = entries[pick % Math.max(entries.length, 1)] ?? [];
    if (kind < 7 && field !== undefined) return { ...body, [field]: value };
    if (kind === 7) return Object.fromEntries(entries.filter(([key]) => key !== field));
    if (kind === 8) return { ...body, [name]: value };
    return value;
  });

function queryOf(
  document: OpenAPIObject,
  route: Route,
  chosen: readonly { readonly pick: number; readonly value: string; readonly isRight: boolean }[],
): string {
  const names = queryNamesOf(document, route.method, route.path);
  const parts = chosen.map(({ pick, value, isRight }) => {
    const name =
      isRight && names.length > 0
        ? (names[pick % names.length] ?? 'q')
        : ['q', 'limit', '__proto__', 'after[]'][pick % 4];
    return `${encodeURIComponent(name ?? 'q')}=${encodeURIComponent(wellFormed(value))}`;
  });
  return parts.length > 0 && route.method === 'get' ? `?${parts.join('&')}` : '';
}

/** An address cannot carry half a surrogate pair, and Node itself refuses one of many thousand characters. */
function wellFormed(text: string): string {
  return Buffer.from(text.slice(0, 500)).toString();
}
