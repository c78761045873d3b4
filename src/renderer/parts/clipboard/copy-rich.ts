/** Puts a text on the clipboard twice: laid out for Word and Outlook, and plain; false when the system does not allow it. */
export async function copyRich(laidOut: DocumentFragment, plain: string): Promise<boolean> {
  const holder = document.createElement('div')
  holder.append(laidOut)
  const html = holder.innerHTML
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([plain], { type: 'text/plain' }),
    })
    await navigator.clipboard.write([item])
    return true
  } catch {
    // refused by the host's permissions: the older way needs none
    return copyByEvent(html, plain)
  }
}

function copyByEvent(html: string, plain: string): boolean {
  const focused = document.activeElement
  const field = document.createElement('textarea')
  // a copy is only made of something that is selected
  field.value = plain
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  const take = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', plain)
  }
  document.addEventListener('copy', take, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', take, { capture: true })
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return done
}
