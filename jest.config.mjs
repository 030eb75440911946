export default {
  // One process for everything runs out of memory: modules of a file stay in it. A worker that has grown is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1200MB',
  projects: [
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/api/jest.config.mjs',
    '<rootDir>/web/jest.config.mjs',
    '<rootDir>/tools/jest.config.mjs',
  ],
};
