/** What a file is, by its first bytes. The name of a file is never asked here: anybody can give any. */

/** So many bytes tell. */
export const SNIFFED_BYTES = 512

/** Pictures that are shown in place. SVG is none of them: it can hold script and addresses. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])

/** What a system runs when it is opened. */
const PROGRAM_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'text/x-shellscript',
  'application/java-vm',
  'application/x-ms-shortcut',
])

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

/** Endings that some system runs, installs, or takes orders from when the file is opened. */
const PROGRAM_ENDINGS = new Set(
  `action air app appimage applescript application appref-ms appx bash bat bin cgi chm cmd com command cpl csh deb desktop diagcab dll dmg
  docm dotm elf exe flatpak fish gadget hta htm html inf ins iso isp jar jnlp js jse jxa ksh lnk mht mhtml mobileconfig msc msh msi msix
  msp mst msu ocx osx pif pkg pl potm ppam ppsm pptm prf prg ps1 ps1xml psd1 psm1 pub py pyc pyo pyw pyz rb reg rgs rpm run scf scpt
  scr sct service sh shb shs sldm snap svg swf sys tcsh terminal url vb vbe vbs vhd vhdx vxd webloc website wim workflow ws wsc wsf wsh xbap
  xhtml xlam xll xlsm xltm xml zsh`.split(/\s+/),
)

/** True for what may run when it is opened: by what it is, or by what its name says to the system. */
export function isProgram(name: string, mediaType: string): boolean {
  // Windows takes full stops and spaces off the end
  const ending = /\.([^.]*)$/u.exec(name.replace(/[. ]+$/u, ''))?.[1] ?? ''
  return PROGRAM_TYPES.has(mediaType) || PROGRAM_ENDINGS.has(ending.toLowerCase())
}
