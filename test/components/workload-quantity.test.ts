import assert from "node:assert/strict";
import { amountOf } from "../../components/workload/quantity";

describe("amountOf", () => {
  const amounts: Readonly<Record<string, number>> = {
    "2": 2,
    "0.5": 0.5,
    "500m": 0.5,
    "3k": 3000,
    "3M": 3_000_000,
    "3G": 3_000_000_000,
    "3T": 3_000_000_000_000,
    "2Ki": 2048,
    "2Mi": 2_097_152,
    "2Gi": 2_147_483_648,
    "2Ti": 2_199_023_255_552,
    "1.5Gi": 1_610_612_736,
  };
  for (const [quantity, amount] of Object.entries(amounts)) {
    it(`reads ${quantity}`, () => {
      assert.equal(amountOf(quantity), amount);
    });
  }

  for (const quantity of ["", "one", "-1", "1.", ".5", "4GB", "4 Gi", "1K", "2x", "1e"]) {
    it(`reads nothing of "${quantity}"`, () => {
      assert.equal(amountOf(quantity), undefined);
    });
  }
});
