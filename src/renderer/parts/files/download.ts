/** Hands a file to the browser, which puts it where it puts what is downloaded. */
export function download(name: string, content: BlobPart): void {
  // a type of its own would let it be shown, as a page of this address
  const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
