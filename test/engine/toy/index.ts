import * as pulumi from "@pulumi/pulumi";
import { scenarios, type Scenario } from "./scenarios";

/** Runs the program that the stack's configuration names. */
export = (): unknown => scenarios[new pulumi.Config().require<Scenario>("scenario")]();
