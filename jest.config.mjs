export default {
  projects: [
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/api/jest.config.mjs',
    '<rootDir>/web/jest.config.mjs',
    '<rootDir>/tools/jest.config.mjs',
  ],
};
