import presets from 'jest-preset-angular/presets/index.js';

const angular = presets.createEsmPreset();

/** What the Angular projects (web and this lib) share: jsdom, zoneless, ES modules, libs from source. */
export default {
  ...angular,
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  testEnvironmentOptions: { customExportConditions: ['@panel/source', 'browser'] },
  moduleNameMapper: { ...angular.moduleNameMapper, '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
