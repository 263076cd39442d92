import { isTimeZone } from "../../spec/time-zone";
import { outsideOf, unless } from "../problems/phrases";
import { workloadProblems } from "../workload/validate-workload";
import type { AppJobArgs } from "./args";
import { settingsOf, type Settings } from "./job-settings";

/** Kubernetes adds eleven characters to the name of a job that runs by a schedule. */
const longestName = 52;

/** Everything that Kubernetes would refuse of the arguments, a sentence each; none when they can work. */
export function validateJob(args: AppJobArgs): readonly string[] {
  const settings = settingsOf(args);
  const { workloadName, retries, deadlineSeconds, schedule } = settings;
  return [
    ...workloadProblems(settings),
    ...unless(
      workloadName.length <= longestName,
      `workloadName must be at most ${longestName} characters for a job, got ${workloadName.length}: ${workloadName}`,
    ),
    ...outsideOf("retries", retries, 0, 20),
    ...outsideOf("deadlineSeconds", deadlineSeconds, 1, 86_400),
    ...(schedule === undefined ? [] : scheduleProblems(schedule)),
  ];
}

function scheduleProblems({
  cron,
  timeZone,
}: NonNullable<Settings["schedule"]>): readonly string[] {
  return [
    ...unless(
      /^([\dA-Za-z*/,?-]+ ){4}[\dA-Za-z*/,?-]+$/.test(cron),
      `schedule.cron must be minute, hour, day, month and day of the week, such as 0 2 * * 0, got ${cron}`,
    ),
    ...unless(
      isTimeZone(timeZone),
      `schedule.timeZone must be an IANA time zone such as Africa/Lusaka, got ${timeZone}`,
    ),
  ];
}
