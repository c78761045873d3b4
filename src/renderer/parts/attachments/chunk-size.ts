/** As `CHUNK_BYTES` of the contract, whose file would bring its schemas into the page; a test holds them together. */
export const CHUNK_SIZE = 1024 * 1024
