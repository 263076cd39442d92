import { alignColumns } from "../../../preview/reports/table";
import type { Examination } from "./examine";

/** What was held against Kubernetes' schemas of one stack. */
export interface Examined {
  readonly stack: string;
  readonly version: string;
  readonly examinations: readonly Examination[];
}

const header = ["stack", "version", "objects", "checked", "unknown", "unjudged", "refused"];

/** How many values of each stack were held against Kubernetes' schemas, and what came of it. */
export function tableOf(examined: readonly Examined[]): readonly string[] {
  const rows = examined.map(({ stack, version, examinations }) => {
    const counts = [
      examinations.length,
      sum(examinations.map(({ checked }) => checked)),
      sum(examinations.map(({ unknown }) => unknown)),
      sum(examinations.map(({ unjudged }) => unjudged)),
      sum(examinations.map(({ refusals }) => refusals.length)),
    ];
    return [stack, version, ...counts.map(String)];
  });
  return alignColumns([header, ...rows], [2, 3, 4, 5, 6]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
