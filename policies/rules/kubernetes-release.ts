import { all, type Judgement, notApplicable } from "../judgement";
import { given, must, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { releaseType } from "./kubernetes-chart";

const chartType = "kubernetes:helm.sh/v4:Chart";

export const kubernetesReleasePinned = resourceRule({
  id: "kubernetes-release-pinned",
  requires: "Helm charts are installed in one exact version.",
  why: "Without one the newest chart is installed, whatever it has changed, on the day that somebody deploys something else.",
  fix: "Set version to an exact one, such as 1.2.3.",
  severity: "high",
  standards: {},
  types: [releaseType, chartType],
  exemptible: true,
  check: (release) =>
    unlessOwn(
      release,
      must(release.at("version"), "be an exact version such as 1.2.3", (value) =>
        /^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(String(value)),
      ),
    ),
});

export const kubernetesReleaseSourced = resourceRule({
  id: "kubernetes-release-sourced",
  requires: "Helm charts come over TLS.",
  why: "A chart decides what is run, with which rights; over plain HTTP whoever is on the way decides it too.",
  fix: "Set repositoryOpts.repo to an https:// address, or chart to an oci:// one.",
  severity: "high",
  standards: {},
  types: [releaseType, chartType],
  exemptible: true,
  check: (release) =>
    all(
      ...[release.at("chart"), release.at("repositoryOpts").at("repo")].map((address) =>
        must(address, "not be an http:// address", (value) => !/^http:/i.test(String(value))),
      ),
    ),
});

export const kubernetesReleaseAtomic = resourceRule({
  id: "kubernetes-release-atomic",
  requires: "A Helm release waits for its pods, and is taken back where they do not start.",
  why: "A release that does not wait is reported as done while nothing works, and one that failed stays half installed.",
  fix: "Set atomic to true, and leave skipAwait out.",
  severity: "medium",
  standards: {},
  types: [releaseType],
  exemptible: true,
  check: (release) =>
    all(mustBe(release.at("atomic"), true), mustNotBe(release.at("skipAwait"), true)),
});

/** A chart that is a part of the program, or is one file, has no other versions. */
function unlessOwn(release: Subject, judgement: Judgement): Judgement {
  const chart = release.at("chart");
  return /^[./]|\.tgz$/.test(String(chart.value))
    ? notApplicable("its chart is a part of the program, or a single file")
    : given(chart, judgement);
}
