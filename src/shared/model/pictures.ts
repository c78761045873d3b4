/** Pictures that are shown in place, by what their bytes are. SVG is none of them: it can hold script and addresses. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])

/** A larger one is opened, not shown in place. */
export const MAX_PICTURE_BYTES = 20_000_000

/** True for a file that is shown in place. */
export const isShownInPlace = ({ mediaType, bytes }: { readonly mediaType: string; readonly bytes: number }): boolean =>
  PICTURE_TYPES.has(mediaType) && bytes <= MAX_PICTURE_BYTES
