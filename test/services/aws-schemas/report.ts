import { alignColumns } from "../../../preview/reports/table";
import type { Examination } from "./examine";
import type { Inventory } from "./inventory";

const header = ["stack", "region", "resources", "checked", "unknown", "unmapped", "refused"];

/** How many values of each stack were held against AWS's schemas, and what came of it. */
export function tableOf(examinations: readonly Examination[]): readonly string[] {
  const rows = examinations.map(({ stack, region, resources, inventories, refusals }) => {
    const sum = (count: "checked" | "unknown" | "unmapped") => total(inventories, count);
    const counts = [
      resources.length,
      sum("checked"),
      sum("unknown"),
      sum("unmapped"),
      refusals.length,
    ];
    return [stack, region, ...counts.map(String)];
  });
  return alignColumns([header, ...rows], [2, 3, 4, 5, 6]);
}

function total(
  inventories: readonly Inventory[],
  count: "checked" | "unknown" | "unmapped",
): number {
  return inventories.reduce((sum, inventory) => sum + inventory[count], 0);
}
