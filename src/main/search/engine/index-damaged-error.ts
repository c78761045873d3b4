/** The file of the index is not as it was written. Nothing is lost: the index is made again out of the records. */
export class IndexDamagedError extends Error {
  override readonly name = 'IndexDamagedError'
}
