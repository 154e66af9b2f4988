import type { FileType } from '@sheber/contract/file'

export type FileKind = 'picture' | 'model' | 'pdf' | 'archive' | 'drawing' | 'office' | 'text' | 'film'

const kinds: Partial<Record<FileType, FileKind>> = {
  'application/pdf': 'pdf',
  'application/acad': 'drawing',
  'application/x-ole-storage': 'office',
  'text/plain': 'text',
  'video/mp4': 'film',
  'video/webm': 'film',
}

/** What a file is called in a word. */
export const kindOf = (type: FileType): FileKind =>
  type.startsWith('image/') ? 'picture' : type.startsWith('model/') ? 'model' : (kinds[type] ?? 'archive')
