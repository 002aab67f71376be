import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/platform/config reads the environment.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a string union from `as const`.' };
const pureCore = [
  { selector: 'ThrowStatement', message: 'Core returns reasons, it does not throw.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Core has no clock: take the time as an argument.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Core has no clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Core has no chance.' },
  { selector: "CallExpression[callee.name=/^(fetch|setTimeout|setInterval|setImmediate)$/]", message: 'Core does no I/O.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'dist-*/**', 'node_modules/**', 'coverage/**', 'web/src/api/schema.generated.ts', 'test/output/**'] },
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts', 'web/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', 4],
      complexity: ['error', 10],
      'no-restricted-syntax': ['error', noEnum, noEnvironment],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noEnvironment, ...pureCore] },
  },
  {
    files: ['src/platform/config/**/*.ts', 'test/**/*.ts', 'web/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    files: ['migrations/**/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
