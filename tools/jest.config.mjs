/** The tools are plain JavaScript: nothing to transform. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.mjs', '<rootDir>/../test/support/**/*.spec.mjs'],
  transform: {},
};
