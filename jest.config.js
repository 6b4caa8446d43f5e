export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-strip.mjs' },
  testEnvironment: 'node',
  // Party tests wait more than they work: one more than there are cores keeps both busy.
  maxWorkers: 3,
  // A deadline, not a pace: tests wait for events, and a loaded machine may take its time.
  testTimeout: 180_000,
  coverageProvider: 'v8',
  globalSetup: '<rootDir>/tools/jest-setup.mjs',
  testSequencer: '<rootDir>/tools/jest-order.mjs',
  modulePathIgnorePatterns: ['<rootDir>/var/', '<rootDir>/dist/'],
};
