import type { HandleClientError } from '@sveltejs/kit/hooks'
import { Refused } from '#lib/api.ts'

export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return
  if (error instanceof Refused) {
    const { code, message, requestId } = error.problem
    return { status: error.status || 503, code, message, requestId }
  }
  console.error(error)
  // A page's code that cannot be fetched is a network that is away, not a bug.
  return navigator.onLine ? { status: 500, code: 'internal', message: '' } : { status: 503, code: 'offline', message: '' }
}
