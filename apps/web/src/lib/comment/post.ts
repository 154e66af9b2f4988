import type { comment, Thread } from '@sheber/contract/comment'
import type { Asked, Reply } from '@sheber/contract/kit'
import { ask } from '#lib/api.ts'

/** How comments reach the server and come from it. The workbench carries them by hand. */
export interface Post {
  list(): Promise<Reply<typeof comment.list>>
  look(threadId: string): Promise<Thread>
  write(body: Asked<typeof comment.write>['body']): Promise<Thread>
  answer(threadId: string, body: Asked<typeof comment.answer>['body']): Promise<Thread>
  edit(commentId: string, body: Asked<typeof comment.edit>['body']): Promise<Thread>
  remove(commentId: string): Promise<Thread>
  restore(commentId: string): Promise<Thread>
  resolve(threadId: string): Promise<Thread>
  reopen(threadId: string): Promise<Thread>
  /** What it had to tell me is no longer new. */
  read(threadId: string): Promise<unknown>
}

export const postOf = (boardId: string): Post => {
  const params = { boardId }
  const of = (threadId: string) => ({ boardId, threadId })
  const at = (commentId: string) => ({ boardId, commentId })
  return {
    list: () => ask<typeof comment.list>(fetch, 'GET', '/api/board/:boardId/comment', { params }),
    look: (threadId) => ask<typeof comment.look>(fetch, 'GET', '/api/board/:boardId/comment/:threadId', { params: of(threadId) }),
    write: (body) => ask<typeof comment.write>(fetch, 'POST', '/api/board/:boardId/comment', { params, body }),
    answer: (threadId, body) =>
      ask<typeof comment.answer>(fetch, 'POST', '/api/board/:boardId/comment/:threadId/answer', { params: of(threadId), body }),
    edit: (commentId, body) =>
      ask<typeof comment.edit>(fetch, 'PATCH', '/api/board/:boardId/comment/:commentId', { params: at(commentId), body }),
    remove: (commentId) => ask<typeof comment.remove>(fetch, 'DELETE', '/api/board/:boardId/comment/:commentId', { params: at(commentId) }),
    restore: (commentId) =>
      ask<typeof comment.restore>(fetch, 'POST', '/api/board/:boardId/comment/:commentId/restore', { params: at(commentId) }),
    resolve: (threadId) =>
      ask<typeof comment.resolve>(fetch, 'POST', '/api/board/:boardId/comment/:threadId/resolve', { params: of(threadId) }),
    read: (threadId) => ask<typeof comment.read>(fetch, 'POST', '/api/board/:boardId/comment/:threadId/read', { params: of(threadId) }),
    reopen: (threadId) =>
      ask<typeof comment.reopen>(fetch, 'POST', '/api/board/:boardId/comment/:threadId/reopen', { params: of(threadId) }),
  }
}
