package io.vpclocal.flowlog.subscription;

import io.vpclocal.identity.RolePermissions;
import org.springframework.stereotype.Component;

/** What the role of a flow log lets the flow logs service do (VPC User Guide: IAM role for publishing flow logs). */
@Component
public class FlowLogRole {

    private static final String SERVICE = "vpc-flow-logs.amazonaws.com";

    private final RolePermissions permissions;

    FlowLogRole(RolePermissions permissions) {
        this.permissions = permissions;
    }

    /** Whether the role lets the service assume it on behalf of the flow log. */
    public boolean trusts(String roleArn, String flowLogArn, String account) {
        return permissions.trusts(roleArn, SERVICE, flowLogArn, account).allowed();
    }

    /**
     * Whether the role allows what the service does with it.
     *
     * @param action for example {@code logs:PutLogEvents}
     */
    public boolean allows(String roleArn, String action, String resourceArn) {
        return permissions.allows(roleArn, action, resourceArn).allowed();
    }
}
