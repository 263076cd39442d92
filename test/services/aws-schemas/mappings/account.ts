import type { Mapping } from "../mapping";

/** What holds for an account as a whole: `aws.accessanalyzer.*`, `aws.ebs.*`, `aws.ssm.*`. */
export const account: Readonly<Record<string, Mapping>> = {
  "aws:accessanalyzer/analyzer:Analyzer": {
    schema: "AWS::AccessAnalyzer::Analyzer",
    properties: { analyzerName: "AnalyzerName", tagsAll: ["Tags", "tags"], type: "Type" },
  },
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
    schema: "AWS::EC2::SnapshotBlockPublicAccess",
    properties: { state: "State" },
  },
  "aws:ssm/serviceSetting:ServiceSetting": {
    schema: "AWS::SSM::ServiceSetting",
    properties: { settingId: "SettingId", settingValue: "SettingValue" },
  },
};
