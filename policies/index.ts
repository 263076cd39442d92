import { PolicyPack } from "@pulumi/policy";
import { compile } from "./compile";
import { packName, rules } from "./pack";

new PolicyPack(packName, {
  displayName: "Groundwork",
  description: "What production checklists ask of infrastructure on AWS and Kubernetes.",
  policies: compile(rules),
});
