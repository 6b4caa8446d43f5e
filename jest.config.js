export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-strip.mjs' },
  testEnvironment: 'node',
  coverageProvider: 'v8',
  globalSetup: '<rootDir>/tools/jest-setup.mjs',
  modulePathIgnorePatterns: ['<rootDir>/var/', '<rootDir>/dist/'],
};
