export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-strip.mjs' },
  testEnvironment: 'node',
  // A deadline, not a pace: tests wait for events, and a loaded machine may take its time.
  testTimeout: 60_000,
  coverageProvider: 'v8',
  globalSetup: '<rootDir>/tools/jest-setup.mjs',
  modulePathIgnorePatterns: ['<rootDir>/var/', '<rootDir>/dist/'],
};
