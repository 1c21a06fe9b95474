import Recognizers
import Testing
import Values

@Suite("Times of day, recurrences and durations")
struct TimeTests {
  @Test(
    "English times",
    arguments: [
      ("at 3pm", "time 2026-11-23T15:00"), ("at 15:00", "time 2026-11-23T15:00"), ("at noon", "time 2026-11-23T12:00"),
      ("3:30 pm", "time 2026-11-23T15:30"), ("half past two", "time 2026-11-23T14:30"),
      ("at 8am", "time 2026-11-24T08:00"),
      ("tomorrow at 3pm", "datetime 2026-11-24T15:00"), ("3pm tomorrow", "datetime 2026-11-24T15:00"),
      ("Friday at 11", "datetime 2026-11-27T11:00"), ("next Tuesday at 3", "datetime 2026-12-01T15:00"),
      ("tomorrow morning at 9", "datetime 2026-11-24T09:00"), ("Dec 3, 10:15 am", "datetime 2026-12-03T10:15"),
      ("in 2 hours", "datetime 2026-11-23T11:00"), ("noon on Thursday", "datetime 2026-11-26T12:00"),
      ("Thursday from 2 to 3pm", "range 2026-11-26T14:00..2026-11-26T15:00"),
      ("2-3pm on Thursday", "range 2026-11-26T14:00..2026-11-26T15:00"),
      ("tomorrow 10 to 11:30", "range 2026-11-24T10:00..2026-11-24T11:30"),
      ("Friday 11am-1pm", "range 2026-11-27T11:00..2026-11-27T13:00"),
      ("tomorrow at 3pm for an hour", "range 2026-11-24T15:00..2026-11-24T16:00"),
      ("2 hours from 2pm on Friday", "range 2026-11-27T14:00..2026-11-27T16:00"),
      ("by end of day tomorrow", "range ..2026-11-25"), ("late afternoon", "range 2026-11-23T14:00..2026-11-23T16:00"),
      ("2026-11-27T11:00", "datetime 2026-11-27T11:00"),
      ("at 3 30 pm", "time 2026-11-23T15:30"),
      ("tomorrow afternoon", "range 2026-11-24T12:00..2026-11-24T16:00"),
      ("tomorrow before 5pm", "range ..2026-11-24T17:00"), ("after 3pm on Friday", "range 2026-11-27T15:00.."),
    ])
  func english(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Chinese times",
    arguments: [
      ("下午三点", "time 2026-11-23T15:00"), ("两点半", "time 2026-11-23T14:30"), ("早上9点", "time 2026-11-23T09:00"),
      ("晚上8点", "time 2026-11-23T20:00"), ("15时20分", "time 2026-11-23T15:20"), ("上午十点一刻", "time 2026-11-23T10:15"),
      ("明天下午三点", "datetime 2026-11-24T15:00"), ("周五上午11点", "datetime 2026-11-27T11:00"),
      ("12月3日15:30", "datetime 2026-12-03T15:30"), ("今晚8点", "datetime 2026-11-23T20:00"),
      ("周四下午两点到三点", "range 2026-11-26T14:00..2026-11-26T15:00"), ("明天上午", "range 2026-11-24T08:00..2026-11-24T12:00"),
      ("周五下午三点之前", "range ..2026-11-27T15:00"), ("两小时后", "datetime 2026-11-23T11:00"),
    ])
  func chinese(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence, .chinese) == [expected])
  }

  @Test(
    "An end before its start and an hour that no clock shows are impossible",
    arguments: ["周五下午四点到三点", "Friday from 4pm to 3pm", "Wednesday at 25:00", "between 5pm and 4pm"])
  func impossible(_ sentence: String) {
    #expect(Recognizers().values(in: sentence, Corpus.context()).map(\.isImpossible) == [true])
  }

  @Test(
    "Recurrences carry their rule and their hour",
    arguments: [
      ("every Monday at 9am", "recurrence FREQ=WEEKLY;BYDAY=MO at 09:00"),
      ("Mondays at 9am", "recurrence FREQ=WEEKLY;BYDAY=MO at 09:00"),
      ("every other Friday", "recurrence FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), ("daily", "recurrence FREQ=DAILY"),
      ("at 8am every weekday", "recurrence FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR at 08:00"),
      ("every 2 weeks", "recurrence FREQ=WEEKLY;INTERVAL=2"),
      ("every Tuesday and Thursday at noon", "recurrence FREQ=WEEKLY;BYDAY=TU,TH at 12:00"),
      ("monthly on the 1st", "recurrence FREQ=MONTHLY;BYMONTHDAY=1"),
      ("quarterly", "recurrence FREQ=MONTHLY;INTERVAL=3"),
      ("每周一早上9点", "recurrence FREQ=WEEKLY;BYDAY=MO at 09:00"), ("每天", "recurrence FREQ=DAILY"),
      ("每月15号", "recurrence FREQ=MONTHLY;BYMONTHDAY=15"),
      ("每月最后一个工作日", "recurrence FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
      ("每周一、周四", "recurrence FREQ=WEEKLY;BYDAY=MO,TH"),
      ("on the 1st of every month", "recurrence FREQ=MONTHLY;BYMONTHDAY=1"),
      ("weekdays at 8:30", "recurrence FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR at 08:30"),
      ("every Friday afternoon", "recurrence FREQ=WEEKLY;BYDAY=FR"),
      ("每隔两周的周四上午10点", "recurrence FREQ=WEEKLY;INTERVAL=2;BYDAY=TH at 10:00"),
      ("每两周", "recurrence FREQ=WEEKLY;INTERVAL=2"),
      ("每个工作日早上8点", "recurrence FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR at 08:00"),
    ])
  func recurrences(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }

  @Test(
    "Durations",
    arguments: [
      ("idle for 30 days", "duration P30D"), ("3 weeks", "duration P3W"), ("an hour and a half", "duration PT1H30M"),
      ("72 hours", "duration PT72H"),
      ("two and a half hours", "duration PT2H30M"), ("2 hours 30 minutes", "duration PT2H30M"),
      ("a 12 month contract", "duration P12M"),
      ("30d", "duration P30D"), ("90-day plan", "duration P90D"), ("for a year", "duration P12M"),
      ("half an hour", "duration PT30M"),
      ("15天没跟进", "duration P15D"), ("半小时", "duration PT30M"), ("两个小时", "duration PT2H"), ("一个半小时", "duration PT1H30M"),
      ("90分钟", "duration PT1H30M"),
      ("半个月", "duration P15D"), ("签一年", "duration P12M"), ("两年半", "duration P30M"),
    ])
  func durations(_ sentence: String, _ expected: String) {
    #expect(Corpus.found(sentence) == [expected])
  }
}
