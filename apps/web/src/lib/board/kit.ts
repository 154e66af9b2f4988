import type { Language } from '@sheber/contract/words'
import { attachClipboard } from './clipping.ts'
import Closed from './Closed.svelte'
import { loadClosedWords } from './closed/words.ts'
import type { Editor } from './core/editor.ts'
import type { Pasted } from './core/paste.ts'
import './core/tool/all.ts'
import Drafts from './Drafts.svelte'
import { obeyKeys } from './keyboard.ts'
import { obey } from './obey.ts'
import Zoom from './Zoom.svelte'

/** What works behind the bar of tools: the tools themselves, the keys, the clipboard, the buttons that zoom. It comes when it is first wanted, or at leisure. */
export const fetchKit = async (language: Language) => ({
  attachClipboard,
  Closed,
  Drafts,
  obeyKeys,
  obey,
  paste: async (editor: Editor, pasted: Pasted) => (await import('./core/paste.ts')).paste(editor, pasted),
  Zoom,
  closed: await loadClosedWords(language),
})
