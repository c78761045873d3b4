import { createHash } from 'node:crypto'

/** SHA-256 over the lines that `sha256sum` writes of the files, in the order of their bytes. docs/export.md says how to take it again. */
export function digestOf(hashes: ReadonlyMap<string, string>): string {
  const lines = [...hashes].map(([path, hash]) => Buffer.from(`${hash}  ${path}\n`)).toSorted(Buffer.compare)
  const digest = createHash('sha256')
  for (const line of lines) digest.update(line)
  return digest.digest('hex')
}
