import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const impureInCore = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Core is told the time.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Core is told the time.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Core is told the time.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Core is told its ids and chances.',
  },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: 'Core is told the time.' },
  { selector: ':function[async=true]', message: 'Core is synchronous.' },
  { selector: 'AwaitExpression', message: 'Core is synchronous.' },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      '.next/**',
      '.quarterdeck/**',
      'lib/store/generated/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
      'public/**',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error'],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'lib/env.ts is the only reader of the environment.' },
      ],
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx', 'components/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    // It warns of what the React Compiler would skip; nothing here is built with it.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['lib/core/**/*.ts'],
    ignores: ['lib/core/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...impureInCore],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'],
    },
  },
  {
    // These run before there is an application, or stand outside it.
    files: [
      'lib/env.ts',
      'lib/start/**',
      'next.config.js',
      'playwright.config.ts',
      'vitest.config.ts',
      'e2e/**',
      'bench/**',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'lib/start/testing/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
