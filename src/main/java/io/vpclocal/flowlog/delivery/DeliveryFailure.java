package io.vpclocal.flowlog.delivery;

/**
 * Why a flow log could not deliver.
 *
 * @param error as DescribeFlowLogs shows it, such as {@code Access error}
 * @param reason what AWS does not tell: the permission, trust or destination that is missing
 */
public record DeliveryFailure(String flowLogId, String account, String region, String error, String reason) {}
