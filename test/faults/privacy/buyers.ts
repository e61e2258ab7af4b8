import type { CanaryBook } from '../secrets/canary-book.ts'
import type { Dice } from '../dice.ts'

/** Beginnings of buyer data in several scripts; a tail from the dice makes each of them one of a kind. */
const SORTS: Readonly<Record<string, readonly string[]>> = {
  name: ['Jane Quillhaven ', 'Zoë Müßiggänger ', '山田クイル太郎', 'Ольга Перова ', 'محمد القلم ', 'Ελένη Πέννα '],
  email: ['jane.quill+', 'zoe.mueller-'],
  phone: ['+49 30 5550 ', '(555) 010-', '０３－５５５－'],
  address: ['12 Quill Lane, Flat ', 'Federstraße 9 Aufgang ', '東京都千代田区羽根 1-', 'ул. Перова, д. '],
  note: ['Please ring twice, gate code ', 'Bitte hinten klingeln, Kürzel ', 'ギフトメッセージ おめでとう '],
}
export const SORT_NAMES = Object.keys(SORTS)

/** Enough to tell places apart, few enough that a search through everything stays quick. */
const POOL = 400

/** Invents buyer data; every piece is written into the book, so that it can be searched for. */
export function inventBuyers(dice: Dice, book: CanaryBook): () => string {
  const pieces = Array.from({ length: POOL }, () => {
    const sort = dice.pick(SORT_NAMES)
    const text = `${dice.pick(SORTS[sort] ?? ['buyer '])}${dice.text(10, 'abcdefghijkmnpqrstuvwxyz23456789')}${sort === 'email' ? '@buyers.example' : ''}`
    book.add(sort, text)
    return text
  })
  return () => dice.pick(pieces)
}
