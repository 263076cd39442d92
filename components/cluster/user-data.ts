import type { AmiType } from "./node-group-args";

/**
 * What a node is told at its start beside what EKS adds: how many pods it takes. Without it a node takes as many as
 * it has single addresses for, and not blocks of them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function userDataOf(amiType: AmiType, maxPods: number): string {
  const text = amiType.startsWith("BOTTLEROCKET_") ? bottlerocket(maxPods) : amazonLinux(maxPods);
  return Buffer.from(text).toString("base64");
}

function bottlerocket(maxPods: number): string {
  return `[settings.kubernetes]\nmax-pods = ${maxPods}\n`;
}

function amazonLinux(maxPods: number): string {
  const lines = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="BOUNDARY"',
    "",
    "--BOUNDARY",
    "Content-Type: application/node.eks.aws",
    "",
    "apiVersion: node.eks.aws/v1alpha1",
    "kind: NodeConfig",
    "spec:",
    "  kubelet:",
    "    config:",
    `      maxPods: ${maxPods}`,
    "",
    "--BOUNDARY--",
    "",
  ];
  return lines.join("\n");
}
