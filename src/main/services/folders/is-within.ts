import { isAbsolute, relative, sep } from 'node:path'

/** True when `folder` is `other` or lies in it. */
export function isWithin(folder: string, other: string): boolean {
  const path = relative(other, folder)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
