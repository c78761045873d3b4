declare module 'fs-native-extensions' {
  /** False when another handle holds the lock. Throws a system error where the file system has no locks. */
  export function tryLock(fd: number): boolean
}
