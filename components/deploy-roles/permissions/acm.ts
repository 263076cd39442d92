import type { TypePermissions } from "../type-permissions";

/** Certificates. */
export const acm: TypePermissions = {
  "aws:acm/certificate:Certificate": {
    create: ["acm:AddTagsToCertificate", "acm:RequestCertificate"],
    read: ["acm:DescribeCertificate", "acm:ListTagsForCertificate"],
    update: [
      "acm:AddTagsToCertificate",
      "acm:RemoveTagsFromCertificate",
      "acm:UpdateCertificateOptions",
    ],
    delete: ["acm:DeleteCertificate"],
  },
  "aws:acm/certificateValidation:CertificateValidation": {
    create: [],
    read: ["acm:DescribeCertificate"],
    update: [],
    delete: [],
  },
};
