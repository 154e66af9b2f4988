import { afterChange, textChange } from '@sheber/document/text'
import type { Attachment } from 'svelte/attachments'

type Written = HTMLInputElement | HTMLTextAreaElement

/**
 * Words that several people write in one plain field: what is typed is said at once, what others write comes in around
 * the caret. While a word is being composed on a phone's keyboard nothing is put into the field.
 */
export const shared = (words: () => string, say: (words: string) => void): Attachment<Written> => {
  return (node) => {
    let composing = false
    const put = (next: string) => {
      const change = textChange(node.value, next)
      if (composing || !change) return
      const { selectionStart: from, selectionEnd: to } = node
      node.value = next
      if (document.activeElement === node) node.setSelectionRange(afterChange(from ?? 0, change), afterChange(to ?? 0, change))
    }
    const input = () => {
      if (!composing) say(node.value)
    }
    const begin = () => (composing = true)
    const end = () => {
      composing = false
      say(node.value)
    }
    node.addEventListener('input', input)
    node.addEventListener('compositionstart', begin)
    node.addEventListener('compositionend', end)
    $effect(() => put(words()))
    return () => {
      node.removeEventListener('input', input)
      node.removeEventListener('compositionstart', begin)
      node.removeEventListener('compositionend', end)
    }
  }
}
