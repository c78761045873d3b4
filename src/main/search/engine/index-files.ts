/** The files of one index: the one that is kept, and those that are of use to the running index only. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DerivedPlace } from '../../workspace/port.ts'
import { DiskRoom, NoRoomError, type Disk } from './disk-room.ts'
import type { FlatSegment } from './flat-segment.ts'
import { fileBytesOf, fileStore, IndexFile, PASSING, removeFile, removePassing } from './index-file.ts'
import type { DataStore } from './segment-data.ts'
import { openSegment, type OpenedSegment } from './segment-file.ts'

interface Facts {
  readonly stamp: string
  readonly revision: number
}

/** A file that is being written in the place of the one that is kept. */
export interface FileUnderWay {
  readonly store: DataStore
  /** Puts it in its place when all has been written. @throws NoRoomError, system errors */
  keep(): FlatSegment
}

export class IndexFiles {
  readonly #place: DerivedPlace | null
  readonly #mostInMemory: number
  readonly #room: DiskRoom
  #passing = 0

  /** @param mostInMemory a file of more bytes is read by position */
  constructor(place: DerivedPlace | null, mostInMemory: number, disk: Disk) {
    this.#place = place
    this.#mostInMemory = mostInMemory
    // the folder of the workspace: that of the index may not be there yet
    this.#room = new DiskRoom(() => dirname(dirname(place?.path ?? '')), disk)
    this.#room.isWritable = place?.isWritable === true
  }

  get isWritable(): boolean {
    return this.#place !== null && this.#room.isWritable
  }

  set isWritable(isWritable: boolean) {
    this.#room.isWritable = isWritable
  }

  /** What the file that is kept holds, when it is whole and of this stamp. */
  open(): { readonly segment: FlatSegment; readonly revision: number } | undefined {
    if (!this.#place) return undefined
    const { path, stamp: wanted } = this.#place
    if (this.isWritable) removePassing(path)
    let file: IndexFile | undefined
    try {
      file = new IndexFile(path, 'read')
      const { segment, facts } = this.#segmentIn(file)
      const { stamp, revision } = JSON.parse(facts) as Facts
      if (stamp === wanted) return { segment, revision }
    } catch {
      // missing, damaged or not to be read: the index is made again out of the records
    }
    file?.release()
    return undefined
  }

  /** A file for all that these parts hold, as of `revision` of the workspace. @throws NoRoomError, system errors */
  begin(parts: readonly FlatSegment[], revision: number): FileUnderWay {
    if (!this.#place) throw new NoRoomError('There is no folder for it.')
    const { path, stamp } = this.#place
    const refusal = this.#room.refusal(fileBytesOf(parts))
    if (refusal !== '') throw new NoRoomError(refusal)
    const file = this.#newFile(path)
    const facts: Facts = { stamp, revision }
    return {
      store: fileStore(file, JSON.stringify(facts)),
      keep: () => {
        this.#room.claim(0)
        // what it replaces is in it, and not open any more
        file.rename(path)
        return this.#segmentIn(file).segment
      },
    }
  }

  /** A file of use to this run only, for about so many bytes; undefined when there is no folder or no room for it. */
  passingStore(bytes: number): DataStore | undefined {
    if (!this.#place || !this.#room.allowsPart(bytes)) return undefined
    try {
      return fileStore(this.#newFile(this.#place.path), '')
    } catch {
      this.#room.failed()
      return undefined
    }
  }

  /** Takes the file away that is kept, because no other can be put in its place. @returns what else there is to say */
  remove(): string {
    if (!this.#place || !this.isWritable) return ''
    try {
      removeFile(this.#place.path)
      return ''
    } catch (error) {
      return ` The one of before holds what is to go, and could not be removed: ${String(error)}`
    }
  }

  #segmentIn(file: IndexFile): OpenedSegment {
    return openSegment(file, file.size <= this.#mostInMemory)
  }

  /** One of use until it is renamed or not read any more. @throws system errors */
  #newFile(path: string): IndexFile {
    // never the folder above it: a workspace that was moved away must not leave an empty one behind
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { mode: 0o700 })
    this.#passing += 1
    return new IndexFile(`${path}${PASSING}${this.#passing}`, 'create', this.#room)
  }
}
