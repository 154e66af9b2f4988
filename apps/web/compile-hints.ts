import type { Plugin } from 'vite'

const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Says of what a board is opened with that most of it is called at once: Chrome then compiles it while it comes, beside the page, and not
 * function by function when each is first called, half a second on a weak machine. Others read a comment.
 */
export const compileHints = (names: readonly string[]): Plugin => ({
  name: 'compile-hints',
  // Once it is written small: there no comment is left.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      if (this.environment.name !== 'client') return
      for (const one of Object.values(bundle)) if (one.type === 'chunk' && names.includes(one.name)) one.code = hint + one.code
    },
  },
})
