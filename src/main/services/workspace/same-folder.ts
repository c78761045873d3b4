import { stat } from 'node:fs/promises'

/** Whether two paths are one folder: also when one of them is a link, or spelled in another case. */
export async function isSameFolder(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  try {
    const [left, right] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })])
    return left.ino !== 0n && left.ino === right.ino && left.dev === right.dev
  } catch {
    return false // one of them is not there: opening says so
  }
}
