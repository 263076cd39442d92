const noType = "CloudFormation has no such type";

/** Types that no schema of AWS speaks of, each with the reason. */
export const withoutSchema: Readonly<Record<string, string>> = {
  "aws:account/alternativeContact:AlternativeContact": noType,
  "aws:ebs/defaultKmsKey:DefaultKmsKey": noType,
  "aws:ebs/encryptionByDefault:EncryptionByDefault": noType,
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": noType,
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": noType,
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": noType,
  "aws:ec2/subnetCidrReservation:SubnetCidrReservation": "the schemas have no such type yet",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": noType,
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": noType,
};
