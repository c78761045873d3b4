/** A file of a record in the place where its text names it: a picture, or a chip. Built with the DOM, never from HTML. */
import { AppError } from '../../../shared/errors.ts'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { isShownInPlace } from '../../../shared/model/pictures.ts'
import { i18n } from '../../i18n/index.ts'
import { readingFailed } from './attachment-error.ts'
import css from './embed.module.css'
import { fileSize } from './file-size.ts'
import { acquirePicture, type Picture } from './picture-cache.ts'

export interface EmbedOptions {
  /** Of the record. */
  readonly id: string
  readonly attachment: Attachment
  /** A fresh drawing of the sign of a file. */
  readonly icon: () => Node
  /** The chip is a button of its own; else the text around it deals with clicks. */
  readonly button: boolean
  /** Called when its height may have changed. */
  readonly onResize?: () => void
}

export interface Embed {
  readonly element: HTMLElement
  /** Lets go of what it holds. */
  readonly destroy: () => void
}

/** Loaded a little before it comes into sight. */
const AHEAD = '400px'

function chip({ attachment, icon, button }: EmbedOptions, problem?: string): HTMLElement {
  const element = document.createElement(button ? 'button' : 'span')
  if (element instanceof HTMLButtonElement) element.type = 'button'
  element.className = css['chip'] ?? ''
  element.dataset['attachment'] = attachment.name
  const name = document.createElement('span')
  name.textContent = problem === undefined ? attachment.name : i18n.t('attachments:notShown', { name: attachment.name, problem })
  element.append(icon(), name)
  if (problem !== undefined) element.dataset['problem'] = ''
  else {
    const size = document.createElement('small')
    size.textContent = fileSize(attachment.bytes)
    element.append(size)
  }
  return element
}

/** In the place of a file that the record had and has no longer. */
export function createMissingEmbed({
  name,
  icon,
  button,
}: {
  readonly name: string
  readonly icon: () => Node
  readonly button: boolean
}): Embed {
  const element = document.createElement(button ? 'button' : 'span')
  if (element instanceof HTMLButtonElement) element.type = 'button'
  element.className = css['chip'] ?? ''
  element.dataset['missing'] = name
  element.dataset['problem'] = ''
  const words = document.createElement('span')
  words.textContent = i18n.t('editor:missingFile', { name })
  element.title = i18n.t('editor:missingFileHint')
  element.append(icon(), words)
  return { element, destroy: () => undefined }
}

const problemOf = (error: unknown) =>
  error instanceof AppError && error.details['problem'] === 'notPicture' ? i18n.t('attachments:problem.notPicture') : readingFailed(error)

export function createEmbed(options: EmbedOptions): Embed {
  const { id, attachment, onResize } = options
  if (!isShownInPlace(attachment)) return { element: chip(options), destroy: () => undefined }
  const frame = document.createElement('span')
  frame.className = css['frame'] ?? ''
  frame.dataset['picture'] = attachment.name
  const image = document.createElement('img')
  image.alt = attachment.name
  image.draggable = false
  frame.append(image)
  let picture: Picture | undefined
  let gone = false
  const fail = async (error: unknown) => {
    await i18n.loadNamespaces('attachments')
    if (gone) return
    frame.replaceChildren(chip(options, problemOf(error)))
    onResize?.()
  }
  const load = async () => {
    picture = acquirePicture(id, attachment)
    try {
      const address = await picture.address
      if (gone) return
      image.src = address
      await image.decode()
      frame.dataset['shown'] = ''
      onResize?.()
    } catch (error) {
      // its bytes are those that were added, and no picture all the same
      await fail(error instanceof DOMException ? new AppError('INVALID_INPUT', 'That is no picture.', { problem: 'notPicture' }) : error)
    }
  }
  const seen = new IntersectionObserver(
    (changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      void load()
    },
    { rootMargin: AHEAD },
  )
  seen.observe(frame)
  return {
    element: frame,
    destroy() {
      gone = true
      seen.disconnect()
      picture?.release()
    },
  }
}
