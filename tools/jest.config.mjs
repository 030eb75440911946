/** The tools and what the end-to-end tests stand on are plain JavaScript: nothing to transform. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  roots: ['<rootDir>', '<rootDir>/../test/support'],
  testMatch: ['**/*.spec.mjs'],
  transform: {},
};
