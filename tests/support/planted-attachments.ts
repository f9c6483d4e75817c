/** A picture of which the row is there and the file is not. */
const ID = "ab".repeat(32)

export const attachmentPlant = {
  kind: "attachment-file",
  invariant: "I5",
  size: 1,
  sql: `
    insert into stock_attachment (id, kind, type, bytes, width, height, file_key)
    values ('${ID}', 'photo', 'image/webp', 1, 1, 1, 'private-planted.webp')`,
  /** Nobody has named it for more than a day: file and row go together soon. */
  forgotten: `
    update stock_attachment set offered_at = now() - interval '25 hours' where id = '${ID}'`,
}
