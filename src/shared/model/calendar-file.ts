/** Bounds of a calendar file that is read. No zod: the page looks at the size before it sends one. */

/** In bytes. */
export const MAX_CALENDAR_BYTES = 2_000_000
/** Events to choose from. */
export const MAX_CALENDAR_EVENTS = 2_000
