/** What a file is, by its first bytes. The name of a file is never asked here: anybody can give any. */

/** So many bytes tell. */
export const SNIFFED_BYTES = 512

type Signature = readonly [type: string, at: number, bytes: string]

/** Bytes in hexadecimal. */
const SIGNATURES: readonly Signature[] = [
  ['image/png', 0, '89504e470d0a1a0a'],
  ['image/jpeg', 0, 'ffd8ff'],
  ['image/gif', 0, '474946383761'],
  ['image/gif', 0, '474946383961'],
  ['application/pdf', 0, '255044462d'],
  ['application/zip', 0, '504b0304'],
  ['application/zip', 0, '504b0506'],
  ['application/gzip', 0, '1f8b'],
  ['application/x-7z-compressed', 0, '377abcaf271c'],
  ['application/x-ole-storage', 0, 'd0cf11e0a1b11ae1'],
  ['application/x-elf', 0, '7f454c46'],
  ['application/x-mach-binary', 0, 'feedface'],
  ['application/x-mach-binary', 0, 'feedfacf'],
  ['application/x-mach-binary', 0, 'cefaedfe'],
  ['application/x-mach-binary', 0, 'cffaedfe'],
  // a Java class and a universal Mach-O begin alike, and both are programs
  ['application/java-vm', 0, 'cafebabe'],
  ['application/x-ms-shortcut', 0, '4c0000000114020000000000c000000000000046'],
  ['text/x-shellscript', 0, '2321'],
  ['application/vnd.microsoft.portable-executable', 0, '4d5a'],
]

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

function startsWith(bytes: Uint8Array, at: number, hex: string): boolean {
  return bytes.length >= at + hex.length / 2 && Buffer.from(bytes.buffer, bytes.byteOffset + at, hex.length / 2).toString('hex') === hex
}

/** BMP is two letters, which many texts begin with: the size of its header must fit too. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 18 || ascii(bytes, 0, 2) !== 'BM') return false
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, 18).readUInt32LE(14)
  return [12, 40, 52, 56, 64, 108, 124].includes(header)
}

function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return false
  return true
}

/** The media type of a file that begins with these bytes. */
export function mediaTypeOf(start: Uint8Array): string {
  const bytes = start.subarray(0, SNIFFED_BYTES)
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 4, 8) === 'ftyp') return /avi[fs]/.test(ascii(bytes, 8, 32)) ? 'image/avif' : 'video/mp4'
  if (isBitmap(bytes)) return 'image/bmp'
  for (const [type, at, hex] of SIGNATURES) if (startsWith(bytes, at, hex)) return type
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : 'application/octet-stream'
}
