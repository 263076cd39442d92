import { z } from "zod";
import { schedule } from "./schedule";
import { workloadName, workloadShape } from "./workload";

const words = z.array(z.string()).min(1).optional();

const job = z.strictObject({
  ...workloadShape,
  command: words.meta({
    description: "What the container runs; what the image says when left out.",
  }),
  arguments: words.meta({ description: "Its arguments; those that the image says when left out." }),
  schedule: schedule.optional().meta({
    description: "When it runs; once, and anew when what it runs changes, when left out.",
  }),
  retries: z.int().min(0).max(20).default(2).meta({
    description: "Times that it is tried again when it fails.",
    unit: "times",
  }),
  deadlineSeconds: z.int().min(1).max(86400).default(900).meta({
    description: "Time in which it must be done, all tries together.",
    unit: "seconds",
  }),
});

/** The workloads of a stack that end, by name. */
export const jobsSchema = z.record(workloadName, job);

/** A workload that ends. */
export type Job = z.output<typeof job>;
