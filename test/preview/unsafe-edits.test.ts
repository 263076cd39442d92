import { refusesEdits } from "../support/unsafe-edit";
import { inputEdits, specEdits } from "./unsafe-edits/stack";
import { storeEdits } from "./unsafe-edits/stores";
import { clusterEdits, edgeEdits, serviceEdits } from "./unsafe-edits/workloads";

describe("the pack", () => {
  refusesEdits([
    ...specEdits,
    ...inputEdits,
    ...storeEdits,
    ...clusterEdits,
    ...serviceEdits,
    ...edgeEdits,
  ]);
});
