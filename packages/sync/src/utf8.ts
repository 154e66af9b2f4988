import { utf8TextDecoder, utf8TextEncoder } from 'lib0/string'

/** Names of fields, ids and short words; longer text is worth the way to the browser's own coder. */
const shortMax = 32

/**
 * Yjs writes and reads the name of every field and most values as a text of its own: 50,000 of them on a board of 2,000 things. A browser
 * takes 0.8 µs to be asked for one and 0.4 for its reading (Chromium 156), ten times as long as plain ASCII takes here. All else goes to the browser.
 */
const write = utf8TextEncoder.encodeInto.bind(utf8TextEncoder)

utf8TextEncoder.encodeInto = (text, bytes) => {
  const { length } = text
  if (length > shortMax || length > bytes.length) return write(text, bytes)
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) return write(text, bytes)
    bytes[at] = code
  }
  return { read: length, written: length }
}

if (utf8TextDecoder) {
  const read = utf8TextDecoder.decode.bind(utf8TextDecoder)

  utf8TextDecoder.decode = (bytes, options) => {
    if (!(bytes instanceof Uint8Array) || bytes.length > shortMax) return read(bytes, options)
    let text = ''
    for (const code of bytes) {
      if (code > 0x7f) return read(bytes, options)
      text += String.fromCharCode(code)
    }
    return text
  }
}
