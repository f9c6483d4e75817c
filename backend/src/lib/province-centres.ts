/**
 * Where each of today's 34 provinces is governed from, by the province's code. The towns are those
 * of Nghị quyết 60-NQ/TW (12 April 2025), the positions those of the towns to 0.01° (about 1 km).
 */
export type Position = { latitude: number; longitude: number }

const CENTRES: readonly [
  code: string,
  town: string,
  latitude: number,
  longitude: number,
][] = [
  ["01", "Hà Nội", 21.03, 105.85],
  ["04", "Cao Bằng", 22.67, 106.26],
  ["08", "Tuyên Quang", 21.82, 105.21],
  ["11", "Điện Biên Phủ", 21.39, 103.02],
  ["12", "Lai Châu", 22.39, 103.46],
  ["14", "Sơn La", 21.33, 103.91],
  ["15", "Yên Bái", 21.72, 104.91],
  ["19", "Thái Nguyên", 21.59, 105.84],
  ["20", "Lạng Sơn", 21.85, 106.76],
  ["22", "Hạ Long", 20.95, 107.08],
  ["24", "Bắc Giang", 21.27, 106.19],
  ["25", "Việt Trì", 21.32, 105.4],
  ["31", "Hải Phòng", 20.86, 106.68],
  ["33", "Hưng Yên", 20.65, 106.06],
  ["37", "Hoa Lư", 20.25, 105.97],
  ["38", "Thanh Hóa", 19.81, 105.78],
  ["40", "Vinh", 18.67, 105.69],
  ["42", "Hà Tĩnh", 18.34, 105.91],
  ["44", "Đồng Hới", 17.47, 106.62],
  ["46", "Huế", 16.46, 107.59],
  ["48", "Đà Nẵng", 16.06, 108.22],
  ["51", "Quảng Ngãi", 15.12, 108.8],
  ["52", "Quy Nhơn", 13.78, 109.22],
  ["56", "Nha Trang", 12.24, 109.19],
  ["66", "Buôn Ma Thuột", 12.67, 108.04],
  ["68", "Đà Lạt", 11.94, 108.44],
  ["75", "Biên Hòa", 10.95, 106.82],
  ["79", "Thành phố Hồ Chí Minh", 10.78, 106.7],
  ["80", "Tân An", 10.54, 106.41],
  ["82", "Mỹ Tho", 10.36, 106.36],
  ["86", "Vĩnh Long", 10.25, 105.97],
  ["91", "Rạch Giá", 10.01, 105.08],
  ["92", "Cần Thơ", 10.03, 105.78],
  ["96", "Cà Mau", 9.18, 105.15],
]

export const PROVINCE_CENTRES: ReadonlyMap<string, Position> = new Map(
  CENTRES.map(([code, , latitude, longitude]) => [code, { latitude, longitude }]),
)
