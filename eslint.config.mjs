import { readdirSync, readFileSync } from 'node:fs';

import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

import panel from './tools/lint-rules/index.mjs';

/* The rules of the style guide that a tool can check. tools/rules.spec.mjs plants an offence against each of them. */

// The boundary rule reads who uses whom from a cache, and without one it is silent: so the cache is made here, each time.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: false });

const tests = ['**/*.spec.ts', '**/testing/**', 'test/**'];

/** Found by their tag, so that a new domain library is under its rules from its first file on. */
const domainLibraries = readdirSync('libs').filter((name) => {
  const { nx: project } = JSON.parse(readFileSync(`libs/${name}/package.json`, 'utf8'));
  return project.tags.includes('type:domain');
});

export default defineConfig([
  globalIgnores([
    '**/dist',
    '**/node_modules',
    '**/.angular',
    '.nx',
    '.data',
    'coverage',
    'libs/api-client/src/generated',
  ]),
  js.configs.recommended,
  {
    plugins: { panel },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'panel/no-focused-tests': 'error',
      'panel/no-backtracking': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['web/jest.setup.ts', 'libs/ui/jest.setup.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries()],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `catch` gives unknown, and what is not understood is passed on.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface that waits for some may be kept by one that does not have to.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['api/**/*.ts', 'libs/**/*.ts', 'web/**/*.ts'],
    ignores: ['api/src/config/environment.ts', ...tests],
    rules: { 'panel/no-process-env': 'error' },
  },
  {
    files: domainLibraries.map((name) => `libs/${name}/src/**/*.ts`),
    ignores: tests,
    rules: { 'panel/no-clock': 'error', 'panel/no-randomness': 'error', 'panel/no-packages': 'error' },
  },
  {
    files: ['api/src/**/*.ts'],
    rules: { 'panel/features-look-left': 'error', 'panel/no-forward-ref': 'error' },
  },
  {
    files: ['api/src/**/*.ts'],
    ignores: ['**/*.{entity,repository,query,module}.ts', 'api/src/database/**', ...tests],
    rules: { 'panel/no-typeorm-here': 'error' },
  },
  {
    files: ['web/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'panel/no-bypassed-sanitiser': 'error',
      '@angular-eslint/component-selector': [
        'error',
        { type: ['element', 'attribute'], prefix: ['app', 'ui'], style: 'kebab-case' },
      ],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    // The one place where text becomes elements: parsed as XML, cleaned, and under a Trusted Types policy of its own.
    files: ['web/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    ignores: ['libs/ui/src/figures/svg.ts', ...tests],
    rules: { 'panel/no-raw-html': 'error' },
  },
  {
    files: ['web/src/**/*.html', 'libs/ui/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    // Tests read bodies of answers and plant wrong values: what they assert is their proof.
    files: tests,
    rules: {
      // Playwright reads which fixtures a test wants from the pattern, and wants one even for none.
      'no-empty-pattern': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  prettier,
]);

/** Who may use whom (docs/adr/0006). `api` and `web` meet only in the contract; nothing uses either. */
function boundaries() {
  const serverOnly = ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'ioredis', 'express'];
  const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
  return {
    depConstraints: [
      only('type:domain', 'type:domain'),
      { ...only('type:charts', 'type:domain', 'type:charts'), allowedExternalImports: ['d3-*', 'fast-check'] },
      { ...only('type:api-client'), bannedExternalImports: serverOnly },
      { ...only('type:ui', 'type:ui', 'type:domain', 'type:charts'), bannedExternalImports: serverOnly },
      { ...only('type:api', 'type:domain', 'type:charts'), bannedExternalImports: ['@angular/*'] },
      {
        ...only('type:web', 'type:ui', 'type:api-client', 'type:domain', 'type:charts'),
        bannedExternalImports: serverOnly,
      },
    ],
  };
}

function nodeGlobals() {
  const names = ['process', 'console', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'performance', 'fetch'];
  const ofJest = ['describe', 'it', 'expect', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll'];
  return Object.fromEntries(
    [...names, ...ofJest, 'structuredClone', 'AbortSignal', 'crypto'].map((name) => [name, 'readonly']),
  );
}
