import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'

/** `npm run check`. Looks are prettier's; what is here finds mistakes. */
export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/.svelte-kit/',
      '**/.turbo/',
      'migrations/meta/',
      'data/',
      '**/test-results/',
      '**/playwright-report/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.node, parserOptions: { tsconfigRootDir: fileURLToPath(new URL('../..', import.meta.url)) } },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // Against null both kinds of nothing are meant.
      eqeqeq: ['error', 'smart'],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Node strips types: a list of literals instead of an enum.' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      // TypeScript knows what is defined.
      'no-undef': 'off',
    },
  },
  {
    files: ['apps/web/src/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Nothing of people's own words is ever markup.
      'svelte/no-at-html-tags': 'error',
      // Sheber is always at the root of its address.
      'svelte/no-navigation-without-resolve': 'off',
      // Most sets and maps are a class's own bookkeeping, which no screen looks at.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  prettier,
  svelte.configs.prettier,
)
