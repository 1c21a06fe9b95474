/// Which hours a word such as "pm", "morning" or 晚上 leaves open.
enum DayHalf: Hashable {
  case morning, afternoon
  /// 8 is 20:00, 2 is 02:00.
  case night
}
