/** What the same thing is called elsewhere in the country, as far as the goods of the shop go. */

/** Each of the words may stand for the others. */
export const SAME: readonly (readonly string[])[] = [
  ["phụng", "phộng", "lạc"],
  ["mè", "vừng"],
  ["bắp", "ngô"],
  ["heo", "lợn"],
  ["chè", "trà"],
  ["khổ qua", "mướp đắng"],
  ["nấm mèo", "mộc nhĩ"],
  ["đậu nành", "đậu tương"],
  ["sả", "xả"],
  ["đẳng sâm", "đảng sâm", "sâm dây"],
  ["a riêu", "ariêu"],
  ["lòn bon", "bòn bon", "nam trân"],
  ["hương trầm", "nhang trầm", "trầm hương"],
  ["lồng đèn", "đèn lồng"],
  ["cá lóc", "cá quả", "cá tràu"],
  ["vịt xiêm", "ngan"],
  ["yến sào", "tổ yến"],
  ["tà vạc", "tà vạt", "tà vạk"],
  ["bánh tráng", "bánh đa"],
  ["xà phòng", "xà bông"],
  ["dưa leo", "dưa chuột"],
  ["bí đỏ", "bí ngô", "bí rợ"],
  ["quật", "quất", "tắc"],
  ["thảo dược", "dược liệu"],
  ["mắm nêm", "mắm cái"],
  ["ớt xiêm", "ớt hiểm"],
  ["hột", "hạt"],
  ["chén", "bát"],
  ["trái", "quả"],
  ["khô", "sấy"],
  ["một nắng", "1 nắng"],
  ["cà phê", "cafe", "coffee"],
  ["sô cô la", "socola", "chocolate"],
  ["chả lụa", "giò lụa"],
  ["củ nén", "hành tăm"],
]

/** The first may be meant by the others, but not the other way round. */
export const ALSO: readonly (readonly [word: string, ...others: string[]])[] = [
  ["sắn", "khoai mì", "mì củ"],
  ["khoai mì", "sắn"],
  // "thơm" is also fragrant, as in "gạo thơm".
  ["dứa", "thơm", "khóm"],
  ["khóm", "dứa", "thơm"],
  ["siro thơm", "siro dứa", "siro khóm"],
  ["mứt thơm", "mứt dứa", "mứt khóm"],
  ["nước ép thơm", "nước ép dứa", "nước ép khóm"],
  ["mãng cầu", "na"],
  ["ra zéh", "razéh", "za réh", "chè dây", "trà dây"],
  ["za réh", "zaréh", "ra zéh", "chè dây", "trà dây"],
  ["chè dây", "ra zéh", "razéh", "za réh"],
  ["a riêu", "ớt hiểm rừng", "ớt xiêm rừng"],
  ["dó bầu", "trầm hương"],
  ["trầm hương", "dó bầu", "trầm"],
  ["nhang", "hương"],
  ["rượu tà vạc", "rượu cần"],
  ["bột nghệ", "tinh bột nghệ"],
  ["măng khô", "măng nứa"],
  ["măng nứa", "măng khô"],
  ["nghệ trắng", "ngải"],
  ["yến tinh chế", "yến sào", "tổ yến"],
  ["chà bông", "ruốc"],
  ["giỏ quà", "quà tết", "quà biếu", "quà tặng", "hộp quà"],
  ["hộp quà", "quà tết", "quà biếu", "quà tặng", "giỏ quà"],
]

/** Here the word is not the thing: no other word for it may be put in its place. */
export const NOT_MEANT: readonly string[] = [
  // In the South "củ sắn" is another root (củ đậu).
  "củ sắn",
  // A pomelo, not a tea.
  "thanh trà",
]
