import { json } from '@sveltejs/kit'
import { tellBoard } from './tell.ts'
import type { RequestHandler } from './$types'

/** For the page that is open: how the board stands now. */
export const GET: RequestHandler = async (event) => json(await tellBoard(event, event.params.boardId))
