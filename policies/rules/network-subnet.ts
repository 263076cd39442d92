import { mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";

const defaultType = "aws:ec2/defaultSubnet:DefaultSubnet";

export const networkSubnetPrivate = resourceRule({
  id: "network-subnet-private",
  requires: "No subnet gives public addresses to whatever is launched in it.",
  why: "A machine gets an address on the internet because of where it was started, not because anybody decided that it needs one.",
  fix: "Set mapPublicIpOnLaunch to false, and give load balancers and NAT gateways addresses of their own.",
  severity: "medium",
  standards: { securityHub: ["EC2.15"], checkov: ["CKV_AWS_130"] },
  types: ["aws:ec2/subnet:Subnet", defaultType],
  exemptible: true,
  check: (subnet) => {
    const mapped = subnet.at("mapPublicIpOnLaunch");
    return subnet.type === defaultType ? mustBe(mapped, false) : mustNotBe(mapped, true);
  },
});
