/** Whether a timer is heard when its time is up: of this page, whichever of its panels said so. */
export const sound = $state({ on: false })
