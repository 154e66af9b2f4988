import type { Me } from '@sheber/contract/session'
import type { Language } from '@sheber/contract/words'
import type { Theme } from '#lib/session/theme.ts'

/** The API within the same process, hung on each request by the server. */
interface InProcess {
  /** Boards may be measured from outside. */
  readonly bench: boolean
  /** To be painted, handed over by the server itself. */
  readonly board: Uint8Array | null
  inject(asked: {
    method: string
    url: string
    headers: Record<string, string>
    payload?: string
  }): Promise<{ statusCode: number; headers: Record<string, number | string | string[] | undefined>; payload: string }>
}

declare module 'node:http' {
  interface IncomingMessage {
    sheber?: InProcess
  }
}

declare global {
  namespace App {
    interface Error {
      /** The refusal's code, when the API said no. */
      code?: string
      /** What a person may read out to a teacher. */
      requestId?: string
    }
    interface Locals {
      language: Language
      theme: Theme
      /** The page's own script asks for its letters. */
      lettersLater?: true
      /** Runs before the page's own script has come; the policy of contents knows it by its hash. */
      early?: string
      /** Null: the API did not answer, so nobody knows who is asking. */
      me: Me | null
    }
    interface PageData {
      person: Me['person']
      centre: Me['centre']
      language: Language
      theme: Theme
      /** Position in the fact log that `person` and `centre` belong to. */
      position: number
    }
  }
}
