/*
 * One offence against each rule of the style guide, for rules.spec.mjs. The text stands in for a file that exists, because
 * the typed rules know only files of a project.
 */
const domain = 'libs/money/src/split.ts';
const service = 'api/src/referrals/referrals.service.ts';
const page = 'web/src/main.ts';

export const planted = [
  // Boundaries
  [
    'a domain library using the interface library',
    '@nx/enforce-module-boundaries',
    domain,
    "export * from '@panel/ui';",
  ],
  [
    'the interface library knowing the contract',
    '@nx/enforce-module-boundaries',
    'libs/ui/src/index.ts',
    "export * from '@panel/api-client';",
  ],
  [
    'the web application using the API',
    '@nx/enforce-module-boundaries',
    page,
    "export * from '../../api/src/common/clock.js';",
  ],
  [
    'the web application using TypeORM, if only its types',
    '@nx/enforce-module-boundaries',
    page,
    "export type { DataSource } from 'typeorm';",
  ],
  [
    'the API using the web application',
    '@nx/enforce-module-boundaries',
    service,
    "export * from '../../../web/src/app/app.routes.js';",
  ],
  ['the API using Angular', '@nx/enforce-module-boundaries', service, "export * from '@angular/core';"],
  [
    'a way around a library’s public face',
    '@nx/enforce-module-boundaries',
    service,
    "export * from '../../../libs/money/src/split.js';",
  ],
  [
    'charts using another package than d3',
    '@nx/enforce-module-boundaries',
    'libs/charts/src/index.ts',
    "export * from 'rxjs';",
  ],

  // Domain libraries
  ['a package in a domain library', 'panel/no-packages', domain, "export * from 'rxjs';"],
  ['a module of Node in a domain library', 'panel/no-packages', domain, "export { createHash } from 'node:crypto';"],
  ['a package loaded later', 'panel/no-packages', domain, "export const later = () => import('rxjs');"],
  ['today’s date', 'panel/no-clock', domain, 'export const today = new Date();'],
  ['the present instant', 'panel/no-clock', domain, 'export const now = Date.now();'],
  ['a date in the machine’s zone', 'panel/no-clock', domain, 'export const birthday = new Date(2020, 1, 2);'],
  ['a stop watch', 'panel/no-clock', domain, 'export const now = performance.now();'],
  ['chance', 'panel/no-randomness', domain, 'export const chance = Math.random();'],
  ['chance from the crypto module', 'panel/no-randomness', domain, 'export const id = crypto.randomUUID();'],

  // API
  ['TypeORM in a service', 'panel/no-typeorm-here', service, "export { DataSource } from 'typeorm';"],
  [
    'TypeORM’s Nest module in a controller',
    'panel/no-typeorm-here',
    'api/src/referrals/referrals.controller.ts',
    "import { InjectRepository } from '@nestjs/typeorm';\nexport const inject = InjectRepository;",
  ],
  [
    'a feature looking right',
    'panel/features-look-left',
    service,
    "import type { PanelsService } from '../panels/panels.service.js';\nexport type P = PanelsService;",
  ],
  [
    'a base folder knowing a feature',
    'panel/features-look-left',
    'api/src/common/clock.ts',
    "export * from '../referrals/referrals.service.js';",
  ],
  [
    'a circle between modules',
    'panel/no-forward-ref',
    service,
    "import { forwardRef } from '@nestjs/common';\nexport const circle = forwardRef(() => Date);",
  ],
  ['the environment in a service', 'panel/no-process-env', service, "export const secret = process.env['SECRET'];"],
  ['the environment by a detour', 'panel/no-process-env', service, 'const { env } = process;\nexport const all = env;'],
  [
    'the environment by an import',
    'panel/no-process-env',
    'api/src/main.ts',
    "import { env } from 'node:process';\nexport const all = env;",
  ],

  // Web
  [
    'a by-passed sanitiser',
    'panel/no-bypassed-sanitiser',
    page,
    "import type { DomSanitizer } from '@angular/platform-browser';\nexport const f = (s: DomSanitizer) => s.bypassSecurityTrustHtml('<b>');",
  ],
  ['HTML set by hand', 'panel/no-raw-html', page, 'export const f = (e: Element) => void (e.innerHTML = "<b>");'],
  [
    'HTML added by hand',
    'panel/no-raw-html',
    page,
    "export const f = (e: Element) => e.insertAdjacentHTML('beforeend', '<b>');",
  ],
  ['HTML bound in a template', 'panel/no-raw-html', page, component('<p [innerHTML]="text"></p>')],
  ['a parser of HTML', 'panel/no-raw-html', 'libs/ui/src/dates.ts', 'export const parser = new DOMParser();\n'],
  ['an image without words', '@angular-eslint/template/alt-text', page, component('<img src="map.svg" />')],
  [
    'a click that no key can make',
    '@angular-eslint/template/click-events-have-key-events',
    page,
    component('<div (click)="go()">Go</div>'),
  ],

  // Everywhere
  ['any', '@typescript-eslint/no-explicit-any', service, 'export const anything = (value: any): void => void value;'],
  [
    'any by the back door',
    '@typescript-eslint/no-unsafe-assignment',
    service,
    "export const value: string = JSON.parse('1');",
  ],
  [
    'a non-null assertion',
    '@typescript-eslint/no-non-null-assertion',
    domain,
    'export const first = (list: readonly number[]): number => list[0]!;',
  ],
  [
    'a type assertion',
    '@typescript-eslint/consistent-type-assertions',
    domain,
    'export const id = (value: unknown): string => value as string;',
  ],
  [
    'a promise nobody waits for',
    '@typescript-eslint/no-floating-promises',
    service,
    'export function f(): void {\n  Promise.resolve(1);\n}',
  ],
  [
    'a union not wholly handled',
    '@typescript-eslint/switch-exhaustiveness-check',
    domain,
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
  ],
  [
    'a type imported as a value',
    '@typescript-eslint/consistent-type-imports',
    service,
    "import { Clock } from '../common/clock.js';\nexport type C = Clock;",
  ],
  ['a file of more than 400 lines', 'max-lines', domain, `${'// line\n'.repeat(400)}export const last = 401;\n`],
  ['a repetition of repetitions', 'panel/no-backtracking', domain, 'export const slow = /^(a+)+$/;\n'],
  ['an optional end of each round', 'panel/no-backtracking', domain, 'export const slow = /^(\\w+\\s?)*$/;\n'],
  ['choices that begin alike', 'panel/no-backtracking', domain, 'export const slow = /^(a|ab)*$/;\n'],
  [
    'choices that begin alike, by class',
    'panel/no-backtracking',
    domain,
    'export const slow = /(?:\\d|[0-9a-f])+x/;\n',
  ],
  ['a slow expression made of a text', 'panel/no-backtracking', domain, "export const slow = new RegExp('(.*)*x');\n"],
  [
    'a focused test',
    'panel/no-focused-tests',
    'libs/money/src/money.spec.ts',
    "it.only('is alone', () => expect(1).toBe(1));",
  ],
  ['a focused group', 'panel/no-focused-tests', 'libs/money/src/money.spec.ts', "fdescribe('alone', () => undefined);"],
].map(([title, rule, file, text]) => ({ title, rule, file, text }));

/** What must stay allowed, or the rules would be switched off one by one. */
export const clean = [
  ['domain libraries using each other', 'libs/risk/src/index.ts', "export { pence } from '@panel/money';\n"],
  ['a date that is an argument', domain, 'export const parsed = (text: string): number => Date.parse(text);\n'],
  [
    'TypeORM in a repository',
    'api/src/referrals/referrals.repository.ts',
    "export type { EntityManager } from 'typeorm';\n",
  ],
  ['a feature looking left', service, "export type { SchoolsService } from '../schools/schools.service.js';\n"],
  ['the environment in its place', 'api/src/config/environment.ts', "export const port = process.env['PORT'];\n"],
  ['a constant’s literal type', domain, "export const list = ['a', 'b'] as const;\n"],
  ['rounds that begin with a mark', domain, 'export const quick = /^[a-z]+(?:-[a-z]+)*$/;\n'],
  ['choices that begin differently', domain, 'export const quick = /^(?:[a-z]|\\d)*$/;\n'],
  [
    'an assertion in a test',
    'libs/money/src/money.spec.ts',
    "it('plants a wrong value', () => expect(-1 as unknown as string).toBe(-1));\n",
  ],
].map(([title, file, text]) => ({ title, file, text }));

function component(template) {
  return `import { Component } from '@angular/core';\n\n@Component({ selector: 'app-planted', template: '${template}' })\nexport class Planted {\n  protected go(): void {}\n}\n`;
}
