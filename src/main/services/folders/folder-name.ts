/** Names for new folders that every system takes. */

/** Windows keeps these for devices, also with an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/iu
const FORBIDDEN = /[<>:"/\\|?*]|\p{Cc}/u
const MAX_BYTES = 120

/** Why a text cannot name a folder; `undefined` when it can. */
export function folderNameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A name is needed.'
  if (FORBIDDEN.test(name)) return 'A folder’s name has none of < > : " / \\ | ? * in it.'
  if (name.startsWith('.') || /[. ]$/u.test(name)) return 'A folder’s name does not begin with a dot or end with a dot or space.'
  if (DEVICE.test(name)) return 'Windows keeps this name for a device; choose another.'
  if (Buffer.byteLength(name) > MAX_BYTES) return 'This name is too long for a folder.'
  return undefined
}
