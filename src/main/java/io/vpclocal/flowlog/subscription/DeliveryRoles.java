package io.vpclocal.flowlog.subscription;

/** What the roles of flow logs let the flow logs service do (VPC User Guide: IAM role for publishing to CloudWatch Logs). */
public interface DeliveryRoles {

    /** Who assumes the role. */
    String SERVICE = "vpc-flow-logs.amazonaws.com";

    /** Whether the role lets the service assume it on behalf of the flow log. */
    boolean trusts(String roleArn, String flowLogArn, String account);

    /**
     * Whether the role allows what the service does with it.
     *
     * @param action for example {@code logs:PutLogEvents}
     */
    boolean allows(String roleArn, String action, String resourceArn);
}
