import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['**/node_modules/**', '**/cipher/ts-mls.js', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/main/webapp/app/**/*.js'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: globals.browser },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 260, skipComments: true, skipBlankLines: true }],
      'no-restricted-syntax': ['error', { selector: "AssignmentExpression[left.property.type='Identifier'][left.property.name='hidden']", message: 'set(element, ...) leaves alone what does not change.' }],
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text goes in as text.' }, { property: 'outerHTML', message: 'Text goes in as text.' }],
    },
  },
  {
    files: ['src/main/webapp/push-worker.js'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'script', globals: globals.serviceworker },
    rules: { eqeqeq: 'error', 'no-console': 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['src/test/js/**/*.js'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: globals.node },
  },
  {
    files: ['src/test/js/pages/**/*.js'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'script', globals: { ...globals.browser, KurentoApplication: 'readonly' } },
  },
];
