/**
 * The cookie that opens the copies of a jury's page and of boards on a device (`web/service-worker`). Scripts may read it, because only scripts ask
 * for the copy; the server takes it away whenever a sign-in begins or ends, and the browser with the last window, like the sign-in's own.
 */
export const copyCookie = 'copy'
