package io.vpclocal.flowlog.delivery;

/**
 * A failed delivery of a flow log and its reason.
 *
 * @param error the error that DescribeFlowLogs shows, such as {@code Access error}
 * @param reason the missing permission, trust or destination, which AWS does not show
 */
public record DeliveryFailure(String flowLogId, String account, String region, String error, String reason) {}
