import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/platform/config reads the environment.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a string union from `as const`.' };
const tooManyParameters = {
  selector:
    "FunctionDeclaration[params.length>4], ArrowFunctionExpression[params.length>4], MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>4]",
  message: 'At most four parameters: pass an object.',
};
const tooManyCollaborators = {
  selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>8]",
  message: 'A class that needs more than eight others does too much.',
};
const everywhere = [noEnum, tooManyParameters, tooManyCollaborators];
const pureCore = [
  { selector: 'ThrowStatement', message: 'Core returns reasons, it does not throw.' },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Core has no clock: take the time as an argument.',
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Core has no clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Core has no chance.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fetch|setTimeout|setInterval|setImmediate)$/]',
    message: 'Core does no I/O.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-*/**',
      'node_modules/**',
      'coverage/**',
      'web/src/api/schema.generated.ts',
      'test/output/**',
    ],
  },
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts', 'web/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['web/vite.config.ts'] } } },
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 300 }],
      complexity: ['error', 10],
      'no-restricted-syntax': ['error', ...everywhere, noEnvironment],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      // Views and rows are plain data that classes describe for OpenAPI and TypeORM; nobody asks for their prototype.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noEnvironment, ...pureCore] },
  },
  {
    files: ['src/platform/config/**/*.ts', 'test/**/*.ts', 'web/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    // A port's method is async because one of its adapters is.
    files: [
      'migrations/**/*.ts',
      'test/**/*.ts',
      '**/*.spec.ts',
      'src/modules/verifier/cli/*.ts',
      'src/platform/browser/*.ts',
    ],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    // Each `? :` and `??` of a component's markup counts as a branch, though it is read like a list.
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      complexity: ['error', 20],
      // The router takes redirects by throwing them.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }],
        },
      ],
    },
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
