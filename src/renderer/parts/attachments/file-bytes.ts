/** Bytes of files between the page and the contract, in base64. */
import { CHUNK_SIZE } from './chunk-size.ts'

/** All bytes of a file. Rejects with a DOMException when the file has gone meanwhile. */
export function readBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('error', () => reject(reader.error ?? new DOMException('The file could not be read.', 'NotReadableError')))
    reader.addEventListener('load', () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    })
    reader.readAsDataURL(file)
  })
}

/** A piece of a file from a place on. Rejects as {@link readBase64}. */
export const readPiece = (file: Blob, from: number): Promise<string> => readBase64(file.slice(from, from + CHUNK_SIZE))

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}
