import { logRetentionProblems } from "../../problems/periods";
import { unless } from "../../problems/phrases";
import type { Settings } from "../database-settings";

const intervals = [0, 1, 5, 10, 15, 30, 60];
const leastAdvancedDays = 465;
const month = 31;
const mostMonths = 23;

/** What is wrong with the logs and metrics of a database. */
export function monitoringProblems({ monitoring }: Settings): readonly string[] {
  const { intervalSeconds, performanceInsightsDays, databaseInsights, logRetentionDays } =
    monitoring;
  return [
    ...unless(
      intervals.includes(intervalSeconds),
      `monitoring.intervalSeconds must be one of ${intervals.join(", ")}, got ${intervalSeconds}`,
    ),
    ...unless(
      isInsightsPeriod(performanceInsightsDays),
      `monitoring.performanceInsightsDays must be 7, a multiple of ${month} up to ${month * mostMonths}, or 731, got ${performanceInsightsDays}`,
    ),
    ...unless(
      databaseInsights === "standard" || performanceInsightsDays >= leastAdvancedDays,
      `monitoring.performanceInsightsDays must be at least ${leastAdvancedDays} with advanced databaseInsights, got ${performanceInsightsDays}`,
    ),
    ...logRetentionProblems("monitoring.logRetentionDays", logRetentionDays),
  ];
}

function isInsightsPeriod(days: number): boolean {
  const months = days / month;
  return (
    days === 7 || days === 731 || (Number.isInteger(months) && months >= 1 && months <= mostMonths)
  );
}
