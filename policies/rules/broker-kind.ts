/** Brokers of one's own choice. */
export const cluster = "aws:msk/cluster:Cluster";
export const serverlessCluster = "aws:msk/serverlessCluster:ServerlessCluster";
