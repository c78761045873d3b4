/**
 * What stands between a payload and the disk, so that records can be encrypted later without another frame. A segment
 * of a codec that is not known is refused. Writers seal, compaction and backups open; opening a workspace, reading a
 * version by its place and salvage take payloads as `plain` leaves them, and a second codec has to be opened there too.
 */
export interface Codec {
  /** What the first frame of a segment says of it. */
  readonly name: string
  seal(payload: Uint8Array): Uint8Array
  /** @throws DamagedFileError when the bytes are not what `seal` gave. */
  open(sealed: Uint8Array): Uint8Array
}

/** JSON as it is: a person can read the records in any editor. */
export const plain: Codec = {
  name: 'plain',
  seal: (payload) => payload,
  open: (sealed) => sealed,
}

const codecs: Readonly<Record<string, Codec>> = { plain }

/** Undefined for one that this version does not know. */
export const codecNamed = (name: string): Codec | undefined => (Object.hasOwn(codecs, name) ? codecs[name] : undefined)
